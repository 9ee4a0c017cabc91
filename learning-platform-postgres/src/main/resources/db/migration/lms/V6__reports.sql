-- Reports go from the learner to the enrolments; the other way leads by what is open, or reads them all.
create index enrolment_learner on enrolment (user_id);
create index app_user_name on app_user (lower(name), id);
create index completion_course on completion (course_id);
create index attendance_session on attendance (session_id);
