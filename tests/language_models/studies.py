"""Small studies of several kinds, as plain records, for scripted models to word."""

CROSSOVER = {
    "pmid": "1001",
    "title": "Nasal insulin in chronic fatigue syndrome: a crossover trial",
    "abstract": (
        "In this randomized, double-blind, crossover trial, 30 adults with chronic fatigue "
        "syndrome were enrolled and received nasal insulin and placebo. Twenty-six patients "
        "completed the trial. Fatigue was rated by the participants themselves. Fatigue scores "
        "were lower with insulin than with placebo (31 vs 38, P = 0.03). Sleep quality did not "
        "differ between insulin and placebo. In a subgroup of seven patients with severe "
        "fatigue, pain was lower after 12 weeks than at baseline. Adverse events were mild: "
        "five patients had headache with insulin. Insulin may reduce fatigue in chronic fatigue "
        "syndrome."
    ),
    "publication_types": ["Journal Article", "Randomized Controlled Trial"],
    "year": 2019,
    "authors": ["Rossi A", "Berg B"],
}
COMPARISON = {
    "pmid": "1002",
    "title": "Serum lactate in people with ME/CFS and healthy controls",
    "abstract": (
        "We measured serum lactate in 40 patients with ME/CFS and 20 healthy controls. Patients "
        "were diagnosed by the Canadian Consensus Criteria. Serum lactate was higher in patients "
        "than in controls (2.1 vs 1.4 mmol/L, P < 0.001). Serum glucose did not differ between "
        "the groups. Lactate may be raised in ME/CFS."
    ),
    "publication_types": ["Journal Article"],
    "year": 2020,
    "authors": ["Meyer C"],
}
PLAN = {
    "pmid": "1003",
    "title": "Pacing with a watch for ME/CFS: protocol for a randomised controlled trial",
    "abstract": (
        "This is the protocol of a randomised controlled trial. We will randomise 120 adults with "
        "ME/CFS to pacing with a watch or to usual care for six months. The primary outcome will "
        "be fatigue."
    ),
    "publication_types": ["Journal Article", "Clinical Trial Protocol"],
    "year": 2022,
    "authors": ["Lind D"],
}
RETRACTED = {
    **CROSSOVER,
    "pmid": "1004",
    "title": "Nasal zinc in chronic fatigue syndrome: a crossover trial",
    "abstract": CROSSOVER["abstract"].replace("insulin", "zinc").replace("Insulin", "Zinc"),
    "publication_types": ["Journal Article", "Retracted Publication"],
}
TITLE_ONLY = {
    "pmid": "1005",
    "title": "Vitamin D helps people with ME/CFS",
    "publication_types": ["Journal Article"],
    "year": 2001,
    "authors": ["Holm E"],
}
ALL = (CROSSOVER, COMPARISON, PLAN, RETRACTED, TITLE_ONLY)
