package org.unenrol.audit.chain;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.audit.AuditEntry;
import org.unenrol.audit.AuditLine;
import org.unenrol.audit.AuditRows;

/**
 * Chains entries that have been added, some at a time. Whoever holds the row with the chain's end
 * does it; others go away. Killed in between, nothing of it has happened.
 */
public final class AuditChain {

    private static final Logger log = LoggerFactory.getLogger(AuditChain.class);
    private static final int MOST = 500;

    private static final String HOLD_END =
            """
            select sequence, encode(hash, 'hex') as hash from audit.chain for update skip locked
            """;

    private static final String UNCHAINED =
            """
            select * from audit.entry where sequence is null order by id limit :most
            """;

    private static final String CHAIN =
            """
            update audit.entry
            set sequence = link.sequence, previous = decode(link.previous, 'hex'),
                hash = decode(link.hash, 'hex')
            from unnest(:ids::bigint[], :sequences::bigint[], :previous::text[], :hashes::text[])
                as link (id, sequence, previous, hash)
            where entry.id = link.id
            """;

    private static final String MOVE_END =
            """
            update audit.chain set sequence = :sequence, hash = :hash
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public AuditChain(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Chains some entries; false where there were none, or another process does it. */
    public boolean chainSome() {
        ChainEnd before = new ChainEnd(0, ChainHash.NONE);
        ChainEnd end =
                Objects.requireNonNull(
                        transaction.execute(status -> held().map(this::chain).orElse(before)));
        if (end.sequence() > 0) {
            log.info("audit chain reaches {}", end);
        }
        return end.sequence() > 0;
    }

    private Optional<ChainEnd> held() {
        return jdbc.sql(HOLD_END).query(ChainEnd.class).optional();
    }

    /** The new end; 0 where nothing has been added to it. */
    private ChainEnd chain(ChainEnd before) {
        List<AuditEntry> added =
                jdbc.sql(UNCHAINED).param("most", MOST).query(new AuditRows()).list();
        if (added.isEmpty()) {
            return new ChainEnd(0, ChainHash.NONE);
        }
        List<AuditEntry> chained = new ArrayList<>();
        ChainEnd end = before;
        for (AuditEntry entry : added) {
            long sequence = end.sequence() + 1;
            String hash = ChainHash.of(end.hash(), AuditLine.hashed(entry, sequence));
            chained.add(entry.chained(new AuditEntry.Link(sequence, end.hash(), hash)));
            end = new ChainEnd(sequence, hash);
        }
        store(chained, end);
        return end;
    }

    private void store(List<AuditEntry> chained, ChainEnd end) {
        List<AuditEntry.Link> links = chained.stream().map(AuditChain::link).toList();
        jdbc.sql(CHAIN)
                .param("ids", chained.stream().map(AuditEntry::id).toArray(Long[]::new))
                .param(
                        "sequences",
                        links.stream().map(AuditEntry.Link::sequence).toArray(Long[]::new))
                .param(
                        "previous",
                        links.stream().map(AuditEntry.Link::previous).toArray(String[]::new))
                .param("hashes", links.stream().map(AuditEntry.Link::hash).toArray(String[]::new))
                .update();
        jdbc.sql(MOVE_END)
                .param("sequence", end.sequence())
                .param("hash", HexFormat.of().parseHex(end.hash()))
                .update();
    }

    private static AuditEntry.Link link(AuditEntry chained) {
        return Objects.requireNonNull(chained.link());
    }
}
