"""The kinds of organisation that every register may use without saying how they are said."""

from __future__ import annotations

from nominate.model.organisation import Kind

__all__ = ["STOCK_KINDS"]

STOCK_KINDS: tuple[Kind, ...] = (
    Kind(id="agency", one="agency", many="agencies"),
    Kind(id="ambulance trust", one="ambulance trust", many="ambulance trusts"),
    Kind(id="awarding body", one="awarding body", many="awarding bodies"),
    Kind(id="charity", one="charity", many="charities"),
    Kind(
        id="clinical commissioning group",
        one="clinical commissioning group",
        many="clinical commissioning groups",
    ),
    Kind(id="college", one="college", many="colleges"),
    Kind(
        id="community interest company", one="community interest company", many="community interest companies"
    ),
    Kind(id="company", one="company", many="companies"),
    Kind(id="council", one="council", many="councils"),
    Kind(id="government department", one="government department", many="government departments"),
    Kind(id="gp practice", one="GP practice", many="GP practices"),
    Kind(id="health board", one="health board", many="health boards"),
    Kind(id="health innovation network", one="health innovation network", many="health innovation networks"),
    Kind(id="hospital", one="hospital", many="hospitals"),
    Kind(id="housing association", one="housing association", many="housing associations"),
    Kind(id="integrated care board", one="integrated care board", many="integrated care boards"),
    Kind(id="integrated care system", one="integrated care system", many="integrated care systems"),
    Kind(id="network", one="network", many="networks"),
    Kind(id="nhs trust", one="NHS trust", many="NHS trusts"),
    Kind(id="other", one="organisation", many="organisations"),
    Kind(id="partnership", one="partnership", many="partnerships"),
    Kind(id="primary care network", one="primary care network", many="primary care networks"),
    Kind(id="professional body", one="professional body", many="professional bodies"),
    Kind(id="publisher", one="publisher", many="publishers"),
    Kind(id="regulator", one="regulator", many="regulators"),
    Kind(id="royal college", one="royal college", many="royal colleges"),
    Kind(id="school", one="school", many="schools"),
    Kind(id="social enterprise", one="social enterprise", many="social enterprises"),
    Kind(id="team", one="team", many="teams"),
    Kind(id="training establishment", one="training establishment", many="training establishments"),
    Kind(id="university", one="university", many="universities"),
)
"""In alphabetical order; a register's own kind of the same id takes the place of one of these."""
