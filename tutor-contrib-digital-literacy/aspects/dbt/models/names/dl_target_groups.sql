-- Written by scripts/aspects_names from target-groups.csv: change those, not this file.
{{
    config(
        materialized="table",
        schema=var("report_database"),
        engine=aspects.get_engine("MergeTree()"),
        order_by="code",
    )
}}

select *
from
    format(
        CSVWithNames,
        'code String, parent String, name_vi String, name_en String',
        $names$code,parent,name_vi,name_en
students,,"Học sinh, sinh viên",Pupils and students
citizens,,Người dân,Citizens
officials,,"Cán bộ, công chức, viên chức",Public-sector staff
workers,,Người lao động trong doanh nghiệp,Enterprise workers
$names$
    )
