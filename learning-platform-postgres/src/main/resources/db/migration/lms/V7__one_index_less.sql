-- An ended period is a new version of its row, with an entry in each of its indexes. Periods are looked up by learner,
-- never by their id alone: so the key can begin with the learner, and serve as both.
alter table enrolment
    drop constraint enrolment_pkey,
    add primary key (user_id, id);

drop index enrolment_learner;
