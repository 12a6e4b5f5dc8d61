-- Written by scripts/aspects_names from skills-digcomp22.csv, skills-kns757.csv, skills-tt02.csv: change those, not this file.
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
        'code String, name_vi String, name_en String',
        $names$code,name_vi,name_en
digcomp22,DigComp 2.2,DigComp 2.2: the Digital Competence Framework for Citizens
digcomp22:1,,Information and data literacy
digcomp22:1.1,,"Browsing, searching and filtering data, information and digital content"
digcomp22:1.2,,"Evaluating data, information and digital content"
digcomp22:1.3,,"Managing data, information and digital content"
digcomp22:2,,Communication and collaboration
digcomp22:2.1,,Interacting through digital technologies
digcomp22:2.2,,Sharing through digital technologies
digcomp22:2.3,,Engaging in citizenship through digital technologies
digcomp22:2.4,,Collaborating through digital technologies
digcomp22:2.5,,Netiquette
digcomp22:2.6,,Managing digital identity
digcomp22:3,,Digital content creation
digcomp22:3.1,,Developing digital content
digcomp22:3.2,,Integrating and re-elaborating digital content
digcomp22:3.3,,Copyright and licences
digcomp22:3.4,,Programming
digcomp22:4,,Safety
digcomp22:4.1,,Protecting devices
digcomp22:4.2,,Protecting personal data and privacy
digcomp22:4.3,,Protecting health and well-being
digcomp22:4.4,,Protecting the environment
digcomp22:5,,Problem solving
digcomp22:5.1,,Solving technical problems
digcomp22:5.2,,Identifying needs and technological responses
digcomp22:5.3,,Creatively using digital technologies
digcomp22:5.4,,Identifying digital competence gaps
kns757,Khung kỹ năng số theo Quyết định 757/QĐ-BKHCN,Digital skills framework of Decision 757/QĐ-BKHCN
tt02,Khung năng lực số cho người học (Thông tư 02/2025/TT-BGDĐT),Digital competence framework for learners (Circular 02/2025/TT-BGDĐT)
tt02:1,Khai thác dữ liệu và thông tin,Information and data literacy
tt02:1.1,"Duyệt, tìm kiếm và lọc dữ liệu, thông tin và nội dung số","Browsing, searching and filtering data, information and digital content"
tt02:1.2,"Đánh giá dữ liệu, thông tin và nội dung số","Evaluating data, information and digital content"
tt02:1.3,"Quản lý dữ liệu, thông tin và nội dung số","Managing data, information and digital content"
tt02:2,Giao tiếp và hợp tác trong môi trường số,Communication and collaboration
tt02:2.1,Tương tác thông qua công nghệ số,Interacting through digital technologies
tt02:2.2,Chia sẻ thông tin và nội dung thông qua công nghệ số,Sharing through digital technologies
tt02:2.3,Sử dụng công nghệ số để thực hiện trách nhiệm công dân,Engaging in citizenship through digital technologies
tt02:2.4,Hợp tác thông qua công nghệ số,Collaborating through digital technologies
tt02:2.5,Thực hiện quy tắc ứng xử trên mạng,Netiquette
tt02:2.6,Quản lý danh tính số,Managing digital identity
tt02:3,Sáng tạo nội dung số,Digital content creation
tt02:3.1,Phát triển nội dung số,Developing digital content
tt02:3.2,Tích hợp và tạo lập lại nội dung số,Integrating and re-elaborating digital content
tt02:3.3,Thực thi bản quyền và giấy phép,Copyright and licences
tt02:3.4,Lập trình,Programming
tt02:4,An toàn,Safety
tt02:4.1,Bảo vệ thiết bị,Protecting devices
tt02:4.2,Bảo vệ dữ liệu cá nhân và quyền riêng tư,Protecting personal data and privacy
tt02:4.3,Bảo vệ sức khỏe và an sinh số,Protecting health and well-being
tt02:4.4,Bảo vệ môi trường,Protecting the environment
tt02:5,Giải quyết vấn đề,Problem solving
tt02:5.1,Giải quyết các vấn đề kỹ thuật,Solving technical problems
tt02:5.2,Xác định nhu cầu và giải pháp công nghệ,Identifying needs and technological responses
tt02:5.3,Sử dụng sáng tạo công nghệ số,Creatively using digital technologies
tt02:5.4,Xác định các vấn đề cần cải thiện về năng lực số,Identifying digital competence gaps
tt02:6,Ứng dụng trí tuệ nhân tạo,AI application
tt02:6.1,Hiểu biết về AI (trong đó có Gen AI),"Understanding AI, incl. generative AI"
tt02:6.2,Sử dụng AI có đạo đức và trách nhiệm,Using AI ethically and responsibly
tt02:6.3,Đánh giá các công cụ AI,Evaluating AI tools
$names$
    )
