-- Sessions were Java objects, which are not read any longer: their owners sign in once more.
delete from spring_session;
