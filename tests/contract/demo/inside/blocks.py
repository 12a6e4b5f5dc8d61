"""Throw-away blocks that try what a host must bear."""

from __future__ import annotations

from web_fragments.fragment import Fragment
from xblock.completable import XBlockCompletionMode
from xblock.core import XBlock
from xblock.fields import Dict, Float, Integer, Scope, String
from xblock.scorable import ScorableXBlockMixin, Score


@XBlock.needs("i18n")
@XBlock.wants("user", "settings", "completion", "partitions")
class CounterBlock(ScorableXBlockMixin, XBlock):
    """Counts, grades and keeps something in every scope."""

    display_name = String(scope=Scope.settings, default="Counter")
    weight = Float(scope=Scope.settings, default=None)
    step = Integer(scope=Scope.content, default=1)
    count = Integer(scope=Scope.user_state, default=0)
    note = String(scope=Scope.user_state, default="")
    liked = Integer(scope=Scope.preferences, default=0)
    profile = Dict(scope=Scope.user_info, default={})
    total = Integer(scope=Scope.user_state_summary, default=0)
    share = Float(scope=Scope.user_state, default=None)

    def student_view(self, context=None):
        fragment = Fragment(f"<p>count {self.count}, total {self.total}, due {self.due}, {self.format}</p>")
        fragment.initialize_js("CounterBlock", {"text": "</script><b>bold</b>", "count": self.count})
        return fragment

    def studio_view(self, context=None):
        return Fragment("<p>editor</p>")

    def max_score(self):
        return 1.0

    @XBlock.json_handler
    def add(self, data, suffix=""):
        self.count += self.step
        self.note = "counted"
        self.liked += 1
        self.profile = {"seen": True}
        self.total += self.step
        if "grade" in data:
            grade = {"value": data["grade"], "max_value": 1.0, "only_if_higher": data.get("only_if_higher")}
            self.runtime.publish(self, "grade", grade)
        self.runtime.publish(self, "demo.counted", {"count": self.count})
        return {"count": self.count, "total": self.total, "suffix": suffix}

    @XBlock.json_handler
    def who(self, data, suffix=""):
        user = self.runtime.service(self, "user").get_current_user()
        return {
            "attributes": user.opt_attrs,
            "partitions": self.runtime.service(self, "partitions"),
            "text": self.runtime.service(self, "i18n").gettext("Save"),
            "parent": str(self.parent),
        }

    @XBlock.json_handler
    def author(self, data, suffix=""):
        self.step = data["step"]
        return {}

    @XBlock.json_handler
    def explode(self, data, suffix=""):
        self.count = 1000
        self.save()
        raise RuntimeError("secret detail")

    @XBlock.handler
    def form(self, request, suffix=""):
        from webob import Response

        return Response(json_body={"body": len(request.body), "type": request.content_type})

    def has_submitted_answer(self):
        return self.share is not None

    def get_score(self):
        return Score(self.share or 0.0, 1.0)

    def set_score(self, score):
        self.share = score.raw_earned

    def calculate_score(self):
        return Score(0.25, 1.0)

    def clear_student_state(self, *, user_id, course_id, item_id, requesting_user_id):
        type(self).cleared = (user_id, course_id, item_id, requesting_user_id)


class ExplodingBlock(XBlock):
    """Raises in its view."""

    display_name = String(scope=Scope.settings, default="")
    completion_mode = XBlockCompletionMode.EXCLUDED

    def student_view(self, context=None):
        raise RuntimeError("boom <b>")
