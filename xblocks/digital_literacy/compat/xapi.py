"""xAPI statements of the suite's tracking events. Imported only where event-routing-backends is an installed app.

A statement says what the event does: points, codes and counts, nothing a learner typed and no process evidence. The
learner is the platform's opaque xAPI id.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from event_routing_backends.helpers import get_uuid5
from event_routing_backends.processors.xapi import constants
from event_routing_backends.processors.xapi.registry import XApiTransformersRegistry
from event_routing_backends.processors.xapi.transformer import XApiTransformer
from opaque_keys.edx.keys import UsageKey
from tincan import Activity, ActivityDefinition, Extensions, LanguageMap, Result, Score, Verb

from digital_literacy.exercises.events import HINT_GIVEN, SUBMITTED

# An extension's key must be an IRI that stays the same on every platform.
EXTENSION = "urn:x-digital-literacy:xapi:"
ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"
SIMULATION = "http://adlnet.gov/expapi/activities/simulation"


class _OfBlock(XApiTransformer):
    """What the statements have in common: a block of ours, and for whom it was written."""

    told: tuple[str, ...] = ()

    def get_event_id(self) -> UUID:
        """Of the block and the count as well: the platform's own id holds the learner, the verb and the time only."""
        which = [str(self.get_data(f"data.{name}")) for name in ("attempt", "item", "number")]
        said = "-".join([self.get_actor().to_json(), str(self.get_timestamp()), self._usage_key(), *which])
        return get_uuid5(self.get_verb().to_json(), said)

    def get_object(self) -> Activity:
        """The block, as an assessment or, for a service's form, a simulation."""
        key = self._usage_key()
        name = self.get_data("context.module.display_name")
        simulated = UsageKey.from_string(key).block_type == "service_practice"
        return Activity(
            id=self.get_object_iri("xblock", key),
            definition=ActivityDefinition(
                type=SIMULATION if simulated else ASSESSMENT,
                name=LanguageMap({"und": name}) if name else None,
                extensions=self._of_attempt(),
            ),
        )

    def _of_attempt(self) -> Extensions | None:
        """What a statement of one attempt says of it beside the block."""
        return None

    def get_context_extensions(self) -> Extensions:
        """The platform's, and the codes that the event tells."""
        extensions = super().get_context_extensions()
        extensions.update(self._extensions(("target_group", *self.told)))
        return extensions

    def _extensions(self, names: tuple[str, ...]) -> dict[str, Any]:
        data = {name: self.get_data(f"data.{name}") for name in names}
        return {EXTENSION + name: value for name, value in data.items() if value not in (None, "")}

    def _usage_key(self) -> str:
        return str(self.get_data("context.module.usage_key", True))


@XApiTransformersRegistry.register(SUBMITTED)
class Submitted(_OfBlock):
    """The server marked an attempt."""

    _verb = Verb(id=constants.XAPI_VERB_EVALUATED, display=LanguageMap({constants.EN: constants.EVALUATED}))
    additional_fields = ("result",)
    told = ("skills", "helper", "hints", "province", "commune")

    def _of_attempt(self) -> Extensions:
        # Aspects reads it of whatever was "evaluated", and takes nothing of a batch in which one lacks it.
        return Extensions({constants.XAPI_ACTIVITY_ATTEMPT: self.get_data("data.attempt", True)})

    def get_result(self) -> Result:
        """Points, and the share of each item."""
        earned, possible = self.get_data("data.score", True), self.get_data("data.max_score", True)
        scaled = earned / possible if possible else 0.0
        return Result(
            score=Score(raw=earned, min=0, max=possible, scaled=scaled),
            success=bool(possible) and earned == possible,
            completion=True,
            extensions=Extensions(self._extensions(("attempt", "items"))),
        )


@XApiTransformersRegistry.register(HINT_GIVEN)
class HintGiven(_OfBlock):
    """The learner asked for a hint."""

    _verb = Verb(id=constants.XAPI_VERB_ASKED, display=LanguageMap({constants.EN: constants.ASKED}))
    told = ("item", "number")
