{% macro get_engine(engine) %}{{ engine }}{% endmacro %}
