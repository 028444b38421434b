"""Whatever words a short text chooses, the kind of study that it tells of is told."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record

MECFS = load("mecfs")
BEFORE = ("", "The cause of the illness is unknown. ")
TOLD = (
    (
        "RCT",
        "Melatonin and sleep in chronic fatigue syndrome",
        "Background: Poor sleep is common. Methods: Sixty-two outpatients were allocated by "
        "computer-generated list to melatonin 3 mg or matching tablets for ten weeks. Staff and"
        " patients were unaware of the allocation. Results: Sleep diaries showed longer sleep "
        "with melatonin (mean gain 31 min, p = 0.03). Conclusion: Melatonin may help sleep.",
    ),
    (
        "RCT",
        "Online peer groups for people with long COVID",
        "We compared an eight-week online peer group with being on the waiting list in 140 "
        "adults with long COVID; chance decided who got which. At week eight loneliness was "
        "lower in the peer groups. Attrition was 12%.",
    ),
    (
        "RCT",
        "Effect of a salt drink on orthostatic symptoms",
        "In a two-period crossover trial, 24 patients with ME/CFS drank a salt solution or "
        "plain water in random order, one week apart. Standing heart rate was lower after salt.",
    ),
    (
        "RCT",
        "Nasal rinsing for lasting loss of smell after COVID-19",
        "Participants (n = 90) were randomized 1:1:1 to saline, steroid rinse, or no rinse. "
        "Smell scores at 12 weeks did not differ.",
    ),
    (
        "Non-randomised trial",
        "Group rehabilitation in post-COVID condition",
        "All patients referred to our service were offered a ten-week group course. Fatigue, "
        "mood and walking distance were recorded before and after the course in the 54 who "
        "completed it. Walking distance rose by 61 m. There was no comparison group.",
    ),
    (
        "Non-randomised trial",
        "Intravenous saline for ME/CFS",
        "In this open pilot study 15 severely ill patients were given one litre of saline "
        "weekly for nine weeks. Symptom scores fell by a third.",
    ),
    (
        "Non-randomised trial",
        "Coaching in long COVID: a controlled before and after study",
        "Patients of two clinics were given coaching (n = 41), those of two other clinics were "
        "not (n = 38). Self-efficacy rose in both.",
    ),
    (
        "Cohort",
        "Recovery from fatigue after Q fever",
        "Patients who had had Q fever were questioned 1, 2 and 5 years later. Of 170, 31 still "
        "had severe fatigue at 5 years.",
    ),
    (
        "Cohort",
        "New diabetes after COVID-19: a national register study",
        "All adults in Denmark with a positive test (n = 800,000) and those with negative tests"
        " were followed for 12 months. The hazard of new diabetes was 1.1.",
    ),
    (
        "Cohort",
        "Employment of adolescents with ME/CFS ten years on",
        "Of 120 adolescents seen in our clinic between 2002 and 2008, 98 were traced. 61 were "
        "in work or study.",
    ),
    (
        "Cohort",
        "Predictors of long COVID",
        "We studied 1,200 adults from their positive test on and asked for symptoms every month"
        " for a year. Female sex and asthma at the outset predicted symptoms at one year.",
    ),
    (
        "Cohort",
        "Vaccination and the course of long COVID",
        "Using linked records we compared symptoms recorded over six months after vaccination "
        "in 4,000 vaccinated and 4,000 unvaccinated adults with long COVID. Visits fell "
        "equally.",
    ),
    (
        "Cohort",
        "Hospitalised patients one year after COVID-19",
        "Survivors of a stay on the ward were invited to a check-up at three and twelve months."
        " Lung function became normal in most of the 88 patients.",
    ),
    (
        "Cross-sectional",
        "Work and ME/CFS in Norway",
        "A postal questionnaire was returned by 660 members of a patient association. One in "
        "eight worked. Those who worked had milder disease.",
    ),
    (
        "Cross-sectional",
        "Knowledge of ME/CFS among medical students",
        "A questionnaire was filled in by 432 students. Half knew of post-exertional malaise.",
    ),
    (
        "Cross-sectional",
        "How common is post-COVID condition among teachers?",
        "In spring 2022 we asked 3,000 teachers about symptoms. 14% met the definition. Older "
        "age was associated with it.",
    ),
    (
        "Cross-sectional",
        "Sleep and pain in chronic fatigue syndrome",
        "Eighty patients wore an actigraph for a week and rated their pain. Short sleep went "
        "with more pain (r = -0.3).",
    ),
    (
        "Cross-sectional",
        "Symptom clusters of long COVID",
        "Latent class analysis of symptoms reported by 2,300 people in an online survey found "
        "four clusters.",
    ),
    (
        "Cross-sectional",
        "Audit of referrals to a fatigue clinic",
        "The letters of 310 people referred in one year were read. In 40% another diagnosis was"
        " found.",
    ),
    (
        "Case-control",
        "Natural killer cells in chronic fatigue syndrome",
        "Cytotoxicity was tested in blood of 30 patients and 30 controls matched for age. It "
        "was lower in patients.",
    ),
    (
        "Case-control",
        "Gut bacteria of people with long COVID",
        "Stool of 50 people with long COVID, 30 who had recovered and 30 never infected was "
        "sequenced. Diversity was lowest in long COVID.",
    ),
    (
        "Case-control",
        "Early-life stress in ME/CFS",
        "Adults with ME/CFS (n = 110) and adults without fatigue (n = 120) were asked about "
        "their childhood. Adversity was reported more often by cases.",
    ),
    (
        "Case-control",
        "Brain blood flow during tilt",
        "During a tilt test flow fell by 26% in 150 patients with ME/CFS and by 7% in 40 "
        "healthy people.",
    ),
    (
        "Case-control",
        "Autoantibodies in post-COVID syndrome versus convalescents",
        "Antibodies to G-protein coupled receptors were measured in 60 patients and 25 "
        "convalescents. Levels were alike.",
    ),
    (
        "Case report",
        "Recovery after plasma exchange",
        "A 41-year-old nurse with long COVID of two years was bedbound. After five exchanges "
        "she could walk. The effect lasted three months.",
    ),
    (
        "Case report",
        "An unusual cause of fatigue",
        "A man who had been told that he had chronic fatigue syndrome was found to have a "
        "pituitary tumour. His fatigue went after surgery.",
    ),
    (
        "Case series",
        "Three adolescents with severe ME/CFS fed by tube",
        "We describe the care of three adolescents who could not eat. All were fed by tube at "
        "home for 4 to 11 months.",
    ),
    (
        "Case series",
        "Small fibre neuropathy in long COVID",
        "Skin biopsies of seven consecutive patients with burning pain were abnormal in six. "
        "Their course is reported.",
    ),
    (
        "Case series",
        "Treatment of mast cell symptoms after COVID-19",
        "The charts of nine patients given antihistamines are summarised. Seven felt better.",
    ),
    (
        "Qualitative",
        "'I just want to be believed': young people with ME/CFS",
        "Eighteen people aged 13 to 18 took part in interviews by video. Using reflexive "
        "thematic analysis we made four themes.",
    ),
    (
        "Qualitative",
        "Carers of people with severe ME",
        "Written accounts of 47 carers were examined by content analysis. They told of "
        "isolation and of fights for help.",
    ),
    (
        "Qualitative",
        "General practitioners and long COVID: a focus group study",
        "Four groups with 26 doctors were held. They felt unsure and short of time.",
    ),
    (
        "Qualitative",
        "Diaries of people with long COVID",
        "Participants kept audio diaries for four months. An interpretative phenomenological "
        "analysis was made of them.",
    ),
    (
        "Genetic association",
        "HLA class II alleles in ME/CFS",
        "We typed HLA in 426 patients and 4,511 controls. DQB1*03:03 was more common in "
        "patients (OR 2.1).",
    ),
    (
        "Genetic association",
        "Is body weight a cause of long COVID? A Mendelian randomization study",
        "Genetic variants for body mass index were used as instruments. Genetically higher "
        "weight raised the risk (OR 1.4).",
    ),
    (
        "Genetic association",
        "Polymorphisms of the COMT gene in chronic fatigue",
        "Three single nucleotide polymorphisms were genotyped in 120 cases and 180 healthy "
        "people. None was associated.",
    ),
    (
        "Diagnostic accuracy",
        "Can a two-day exercise test tell ME/CFS from deconditioning?",
        "We assessed how well the second-day fall of workload separates 60 patients from 55 "
        "sedentary people. The area under the curve was 0.86; sensitivity 79%, specificity 82%.",
    ),
    (
        "Systematic review",
        "Pacing for ME/CFS",
        "We searched five databases to March 2023 for studies of pacing. Two reviewers screened"
        " 1,200 titles and judged risk of bias. Seventeen studies were included; results were "
        "too mixed to pool.",
    ),
    (
        "Systematic review",
        "Interventions for fatigue in long COVID: systematic review",
        "Twelve trials were found in MEDLINE and CENTRAL. Certainty was low by GRADE.",
    ),
    (
        "Meta-analysis",
        "How common is orthostatic intolerance in ME/CFS?",
        "Studies were searched for in PubMed and Scopus and their prevalences combined with a "
        "random-effects model. Pooled prevalence from 14 studies was 43% (I2 = 92%).",
    ),
    (
        "Meta-analysis",
        "Cognitive performance in chronic fatigue syndrome",
        "We combined the results of 50 studies. Effect sizes were largest for processing speed "
        "(g = -0.8).",
    ),
    (
        "Scoping review",
        "Digital tools for people with long COVID",
        "Following the framework of Arksey and O'Malley we mapped what has been published. "
        "Forty-four papers described 31 tools.",
    ),
    (
        "Scoping review",
        "What is known of ME/CFS in minority groups",
        "This scoping review charted 12 papers. None reported on access to benefits.",
    ),
    (
        "Narrative review",
        "Mitochondria and fatigue",
        "Mitochondria make the energy of cells. Here we summarise what has been found in ME/CFS"
        " and in long COVID and what remains open.",
    ),
    (
        "Narrative review",
        "The vagus nerve after COVID-19",
        "Much has been written on the vagus nerve in long COVID. This article reviews its "
        "anatomy, findings of imaging, and treatments being tried.",
    ),
    (
        "Narrative review",
        "Post-infectious syndromes: an overview",
        "Epstein-Barr virus, Q fever and Ebola can be followed by lasting fatigue. We outline "
        "common mechanisms and gaps in knowledge.",
    ),
    (
        "Narrative review",
        "Immunology of long COVID",
        "Persistent virus, autoimmunity and reactivation of herpesviruses are thought to play a"
        " part. The evidence for each is discussed.",
    ),
    (
        "Guideline",
        "Care of children with ME/CFS: a primer",
        "This document by an international writing group gives advice on diagnosis and care. It"
        " recommends rest, school adjustments and treatment of symptoms.",
    ),
    (
        "Guideline",
        "Long COVID in primary care: a Delphi consensus",
        "After three rounds 40 experts agreed on 31 of 45 statements on assessment and follow-up.",
    ),
    (
        "Guideline",
        "German guideline on post-COVID",
        "The S1 guideline was updated. It advises a stepwise assessment by family doctors.",
    ),
    (
        "Animal",
        "Post-viral fatigue in mice",
        "C57BL/6 mice were infected with influenza and running wheel activity was recorded. "
        "Activity stayed low for four weeks. Microglia were activated.",
    ),
    (
        "Animal",
        "Serum IgG of patients makes mice sensitive to pain",
        "IgG of patients with fibromyalgia and ME/CFS was injected into mice. Mice given it "
        "were weaker in grip tests.",
    ),
    (
        "In vitro",
        "Plasma of patients and endothelial cells",
        "Cultured endothelial cells were exposed to plasma of four patients with ME/CFS. Tube "
        "formation fell.",
    ),
    (
        "In vitro",
        "Muscle cells exposed to serum",
        "Engineered muscle tissue was treated with serum of people with long COVID. Contraction"
        " weakened after 96 hours.",
    ),
    (
        "Computational",
        "A model of energy metabolism in ME/CFS",
        "We built a mathematical model of energy metabolism in muscle and simulated exercise "
        "with a slower supply of oxygen. The model showed a delayed recovery of ATP.",
    ),
    (
        "Computational",
        "Drug repurposing for long COVID by network analysis",
        "A network of proteins was made from public data and scanned for drug targets. Eleven "
        "drugs ranked highest.",
    ),
    (
        "Computational",
        "Re-analysis of public gene expression data",
        "Six public data sets on long COVID were downloaded and analysed jointly with machine "
        "learning. A signature of 12 genes was found.",
    ),
    (
        "Protocol",
        "Stimulation of the vagus nerve in long COVID: study protocol",
        "We will randomise 120 adults to real or sham stimulation. The primary outcome will be "
        "fatigue at 12 weeks.",
    ),
    (
        "Protocol",
        "The HOPE cohort: rationale and design",
        "This cohort will enrol 1,000 adults after acute infection and follow them for five "
        "years. Recruitment began in May 2022. Results are expected in 2028.",
    ),
    (
        "Protocol",
        "Exercise for people with long COVID: a protocol for a systematic review",
        "We will search six databases. Two reviewers will extract data.",
    ),
    (
        "Hypothesis",
        "Does ME/CFS begin in the brainstem?",
        "I propose that pressure on the brainstem explains symptoms of ME/CFS. The idea "
        "accounts for orthostatic problems and could be tested with upright scans.",
    ),
    (
        "Hypothesis",
        "Could iron be the missing link in long COVID?",
        "We put forward the theory that disturbed iron handling after infection drives long "
        "COVID, and suggest experiments that would refute it.",
    ),
    (
        "Hypothesis",
        "A unifying model of post-exertional malaise",
        "We present a conceptual model in which exertion starts a vicious circle of low oxygen "
        "and sodium overload in muscle. Predictions of the model are given.",
    ),
    (
        "Methods",
        "Development of a questionnaire on post-exertional malaise",
        "Items were written with patients and tested in 230 people. The final ten items had "
        "good reliability (alpha 0.9; ICC 0.88).",
    ),
    (
        "Methods",
        "The Norwegian version of the DePaul Symptom Questionnaire",
        "The questionnaire was translated and back-translated. Test-retest reliability was good"
        " in 62 patients.",
    ),
    (
        "Commentary",
        "Long COVID: time to act",
        "Millions are ill and services are few. Governments should fund research and clinics now.",
    ),
    (
        "Commentary",
        "Reply to Smith et al.",
        "We thank the authors for their interest in our trial. They state that our outcome was "
        "changed. It was not.",
    ),
    (
        "Commentary",
        "What the new guideline means for GPs",
        "The recommendation to stop graded exercise has been debated. In this editorial I "
        "explain why it matters in practice.",
    ),
    (
        "Commentary",
        "Lessons from ME/CFS for long COVID",
        "Decades of neglect of ME/CFS hold lessons. We should listen to patients, and avoid "
        "past mistakes.",
    ),
    (
        "Notice",
        "Erratum to: Gut bacteria of people with long COVID",
        "The legend of figure 2 was wrong. The correct legend is given.",
    ),
    (
        "Notice",
        "Retraction: A virus in chronic fatigue syndrome",
        "The editors retract this article because the findings could not be reproduced.",
    ),
    (
        "Notice",
        "Expression of concern: Sleep and ME/CFS",
        "The journal has been told of possible duplication of images. An inquiry is under way.",
    ),
    (
        "Cohort",
        "Real-world use of an antiviral in long COVID",
        "In this retrospective cohort study we identified 320 patients who had been given the "
        "antiviral and 960 who had not, matched for age. Visits within six months were alike.",
    ),
    (
        "Cross-sectional",
        "Autonomic symptoms after COVID-19: a cross-sectional study",
        "Patients with long COVID (n = 70) and healthy controls (n = 70) filled in a "
        "questionnaire. Scores were higher in patients.",
    ),
    (
        "Cohort",
        "Long-term outcome of cognitive behaviour therapy for chronic fatigue syndrome",
        "Patients treated in our clinic were assessed again up to ten years later. Of 583 "
        "contacted, 511 answered. Gains had partly been lost.",
    ),
    (
        "RCT",
        "Follow-up of a trial of graded exercise",
        "Participants of a randomised trial were sent questionnaires two years after "
        "randomisation. There was no difference between the original arms.",
    ),
    (
        "Cross-sectional",
        "Costs of ME/CFS in Australia",
        "Participants of an online survey kept diaries of costs for a week. Annual costs per "
        "person were 63,000 dollars.",
    ),
    (
        "RCT",
        "Cost-effectiveness of therapy for chronic fatigue: results of a randomised trial",
        "Costs and quality-adjusted life years of 160 patients randomised to therapy or "
        "counselling were compared. The chance that therapy is cost-effective was 60%.",
    ),
    (
        "Cross-sectional",
        "Lactate in 60 patients with long COVID",
        "Blood lactate was measured at rest. It was above the norm in 23 (38%) and higher in "
        "those with more severe fatigue.",
    ),
    (
        "Case-control",
        "Metabolic profiling of chronic fatigue syndrome",
        "Targeted metabolomics of 612 metabolites was done in 45 patients and 39 age-matched "
        "controls. Twenty pathways were abnormal.",
    ),
)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(("kind", "title", "told"), TOLD)
def test_the_kind_of_study_is_told(kind, title, told, before):
    record = Record(
        source="test", raw_hash="0" * 64, title=title, pmid="1",
        abstract=(AbstractSection(text=before + told),), languages=("eng",),
    )  # fmt: skip
    assert grade(record, read(record, MECFS), MECFS).value("study_type") == kind
