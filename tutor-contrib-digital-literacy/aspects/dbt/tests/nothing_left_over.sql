-- In a sum of cells one that alone is hidden can be worked out: see macros/hide.sql.
{% for sum, part in sums() %}
select '{{ sum }}' as kind, part, count() as cells, countIf(hidden) as gaps
from (select *, arrayJoin({{ part }}) as part from {{ ref("dl_results") }})
{# A skill's cells have no whole beside them. #}
where part != 'skill'
group by {{ sum }}, part
having gaps = 1 and cells > 1
{{ "union all" if not loop.last }}
{% endfor %}
