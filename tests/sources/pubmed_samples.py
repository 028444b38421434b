"""PubMed XML written for these tests: the fields are NLM's, the studies are invented."""

from __future__ import annotations

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">\n'
    "<PubmedArticleSet>\n"
)
TAIL = "</PubmedArticleSet>\n"

FULL = """<PubmedArticle>
<MedlineCitation Status="MEDLINE" Owner="NLM" IndexingMethod="Curated">
<PMID Version="2">12345678</PMID>
<DateCompleted><Year>2021</Year><Month>03</Month><Day>04</Day></DateCompleted>
<DateRevised><Year>2022</Year><Month>11</Month><Day>05</Day></DateRevised>
<Article PubModel="Print-Electronic">
<Journal><ISSN IssnType="Electronic">1234-5678</ISSN>
<JournalIssue CitedMedium="Internet"><Volume>12</Volume><Issue>3 Suppl 1</Issue>
<PubDate><Year>2020</Year><Month>Dec</Month><Day>07</Day></PubDate></JournalIssue>
<Title>Journal of invented asthma research</Title>
<ISOAbbreviation>J. Invent. Asthma Res.</ISOAbbreviation></Journal>
<ArticleTitle>Vitamin D<sub>3</sub> in <i>severe</i> asthma: 10<sup>-6</sup> or
 more?</ArticleTitle>
<Pagination><StartPage>101</StartPage><EndPage>109</EndPage>
<MedlinePgn>101-9</MedlinePgn></Pagination>
<ELocationID EIdType="pii" ValidYN="Y">jiar.101</ELocationID>
<ELocationID EIdType="doi" ValidYN="N">10.1000/wrong</ELocationID>
<ELocationID EIdType="doi" ValidYN="Y">10.1000/JIAR.101</ELocationID>
<Abstract>
<AbstractText Label="OBJECTIVE" NlmCategory="OBJECTIVE">To see whether it helps.</AbstractText>
<AbstractText Label="RESULTS" NlmCategory="RESULTS">VO<sub>2max</sub> rose
 (<i>p</i> &lt; 0.05); Ca<sup>2+</sup> did not.</AbstractText>
<AbstractText Label="FUNDING"/>
<CopyrightInformation>© 2020 The invented authors.</CopyrightInformation>
</Abstract>
<AuthorList CompleteYN="N">
<Author ValidYN="Y"><LastName>van der Meer</LastName><ForeName>Anna B</ForeName>
<Initials>AB</Initials><Suffix>Jr</Suffix>
<Identifier Source="ORCID">http://orcid.org/0000-0002-1825-009X</Identifier>
<AffiliationInfo><Affiliation>Dept A, Town.</Affiliation></AffiliationInfo>
<AffiliationInfo><Affiliation>Dept B, City.</Affiliation></AffiliationInfo></Author>
<Author ValidYN="N"><LastName>Vandermeer</LastName><ForeName>A</ForeName>
<Initials>A</Initials></Author>
<Author ValidYN="Y"><CollectiveName>Invented Asthma Study Group</CollectiveName></Author>
<Author ValidYN="Y"><LastName>Müller</LastName><ForeName>Jörg</ForeName>
<Initials>J</Initials></Author>
</AuthorList>
<Language>ger</Language><Language>eng</Language>
<DataBankList CompleteYN="Y"><DataBank><DataBankName>ClinicalTrials.gov</DataBankName>
<AccessionNumberList><AccessionNumber>NCT00000001</AccessionNumber>
<AccessionNumber>NCT00000002</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
<GrantList CompleteYN="Y"><Grant><GrantID>R01 1/2</GrantID><Acronym>HL</Acronym>
<Agency>NHLBI NIH HHS</Agency><Country>United States</Country></Grant></GrantList>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
<PublicationType UI="D016449">Randomized Controlled Trial</PublicationType></PublicationTypeList>
<VernacularTitle>Vitamin D bei Asthma.</VernacularTitle>
<ArticleDate DateType="Electronic"><Year>2020</Year><Month>10</Month><Day>09</Day></ArticleDate>
</Article>
<MedlineJournalInfo><Country>Germany</Country><MedlineTA>J Invent Asthma Res</MedlineTA>
<NlmUniqueID>9999999</NlmUniqueID><ISSNLinking>1234-5670</ISSNLinking></MedlineJournalInfo>
<ChemicalList><Chemical><RegistryNumber>EC 2.7.1.-</RegistryNumber>
<NameOfSubstance UI="D000001">Vitamin D</NameOfSubstance></Chemical></ChemicalList>
<SupplMeshList><SupplMeshName Type="Disease" UI="C000001">Asthma, invented</SupplMeshName>
</SupplMeshList>
<CommentsCorrectionsList>
<CommentsCorrections RefType="ErratumIn"><RefSource>J Invent Asthma Res. 2021;13(1):5</RefSource>
<PMID Version="1">22345678</PMID><Note>figure 2</Note></CommentsCorrections>
<CommentsCorrections RefType="CommentIn"><RefSource>Lancet. 2021;1:2</RefSource>
</CommentsCorrections></CommentsCorrectionsList>
<MeshHeadingList><MeshHeading>
<DescriptorName UI="D001249" MajorTopicYN="N">Asthma</DescriptorName>
<QualifierName UI="Q000188" MajorTopicYN="Y">drug therapy</QualifierName>
<QualifierName UI="Q000503" MajorTopicYN="N">physiopathology</QualifierName></MeshHeading>
<MeshHeading><DescriptorName UI="D006801" MajorTopicYN="Y">Humans</DescriptorName></MeshHeading>
</MeshHeadingList>
<OtherAbstract Type="Publisher" Language="ger"><AbstractText>Hilft es?</AbstractText>
</OtherAbstract>
<KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">asthma</Keyword>
<Keyword MajorTopicYN="Y">vitamin D<sub>3</sub></Keyword></KeywordList>
<CoiStatement>None declared.</CoiStatement>
<InvestigatorList><Investigator ValidYN="Y"><LastName>Doe</LastName><ForeName>Jane</ForeName>
<Initials>J</Initials></Investigator></InvestigatorList>
</MedlineCitation>
<PubmedData>
<History><PubMedPubDate PubStatus="received"><Year>2020</Year><Month>1</Month><Day>2</Day>
</PubMedPubDate><PubMedPubDate PubStatus="entrez"><Year>2020</Year><Month>10</Month><Day>10</Day>
<Hour>6</Hour><Minute>0</Minute></PubMedPubDate></History>
<PublicationStatus>ppublish</PublicationStatus>
<ArticleIdList><ArticleId IdType="pubmed">12345678</ArticleId>
<ArticleId IdType="pmc">PMC7654321</ArticleId>
<ArticleId IdType="doi">10.1000/jiar.101</ArticleId></ArticleIdList>
<ReferenceList><Reference><Citation>Doe J. Asthma. 2001;1:1.</Citation>
<ArticleIdList><ArticleId IdType="pubmed">11111111</ArticleId>
<ArticleId IdType="doi">10.1000/ref</ArticleId><ArticleId IdType="pmc">PMC1</ArticleId>
</ArticleIdList></Reference><Reference><Citation>An old book.</Citation></Reference>
</ReferenceList></PubmedData></PubmedArticle>
"""


def article(
    pmid: str | None = "1",
    title: str = "A trial of one inhaler against another",
    *,
    abstract: str = "",
    citation: str = "",
    published: str = "<Year>2001</Year>",
    data: str = "",
) -> str:
    """A short PubmedArticle; the arguments are XML put in at their places."""
    ident = f'<PMID Version="1">{pmid}</PMID>' if pmid is not None else ""
    text = f"<Abstract>{abstract}</Abstract>" if abstract else ""
    return (
        f'<PubmedArticle><MedlineCitation Status="Publisher" Owner="NLM">{ident}<Article>'
        f"<Journal><JournalIssue><PubDate>{published}</PubDate></JournalIssue>"
        f"<Title>Thorax</Title></Journal><ArticleTitle>{title}</ArticleTitle>{text}"
        f"<Language>eng</Language></Article>{citation}</MedlineCitation>"
        f"<PubmedData>{data}</PubmedData></PubmedArticle>\n"
    )


def a_set(*articles: str) -> str:
    """The articles as a PubmedArticleSet with its DOCTYPE."""
    return HEAD + "".join(articles) + TAIL
