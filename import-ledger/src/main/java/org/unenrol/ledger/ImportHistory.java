package org.unenrol.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The imports that there have been: those of a person, and all of them for who may see all. */
public final class ImportHistory {

    private final JdbcClient jdbc;
    private final Imports imports;

    public ImportHistory(JdbcClient jdbc, Imports imports) {
        this.jdbc = jdbc;
        this.imports = imports;
    }

    /** The imports of which somebody may know. */
    public ImportsOf of(Viewer viewer) {
        return new ImportsOf(jdbc, imports, viewer);
    }

    /**
     * The number of imports that this person has submitted and that have not ended, counted no
     * further than to this most; those of upstream systems and drop folders are not among them.
     */
    public int underWay(String username, int most) {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select from imports.progress p
                            join imports.import i on i.id = p.import_id
                            where p.state in ('PROCESSING', 'BUILDING_RESULTS')
                              and i.submitted_by = :username and i.source is null
                            limit :most) under_way
                        """)
                .param("username", username)
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
