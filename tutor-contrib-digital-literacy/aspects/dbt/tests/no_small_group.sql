-- No number of fewer learners than `smallest_group` is shown, and what is hidden has no number at all.
select learners, attempts
from {{ ref("dl_results") }}
where
    (not hidden and (learners is null or learners < {{ var("smallest_group") }}))
    or (hidden and not (learners is null and attempts is null and share_of_points is null and hints is null))
union all
select learners, hints
from {{ ref("dl_hint_use") }}
where (not hidden and learners < {{ var("smallest_group") }}) or (hidden and not (learners is null and hints is null))
