package org.unenrol.guarantees.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.unenrol.guarantees.check.ImportEvidence.Mode;
import org.unenrol.guarantees.check.ImportEvidence.Outcome;
import org.unenrol.guarantees.check.RequestEvidence.Asked;
import org.unenrol.guarantees.check.RequestEvidence.Reply;

/** Gathers the evidence of requests: what was asked for, what the ledger has, what was replied. */
final class AskedRequests {

    private final Path folder;
    private final String broker;
    private final Map<String, Map<String, List<Reply>>> replies = new HashMap<>();

    /**
     * Takes where to look.
     *
     * @param folder with one for each request; there need not be any
     */
    AskedRequests(Path folder, String broker) {
        this.folder = folder;
        this.broker = broker;
    }

    List<RequestEvidence> evidence(LedgerTables tables) throws IOException, SQLException {
        List<RequestEvidence> all = new ArrayList<>();
        for (Path one : folders()) {
            all.add(evidence(one, tables));
        }
        return all;
    }

    private List<Path> folders() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private RequestEvidence evidence(Path one, LedgerTables tables)
            throws IOException, SQLException {
        Properties known = Gathering.properties(one.resolve("request.properties"));
        String source = known.getProperty("source");
        String requestId = known.getProperty("requestId");
        List<String> imports = tables.importsOf(source, requestId);
        List<Outcome> outcomes = imports.isEmpty() ? List.of() : tables.outcomes(imports.get(0));
        return new RequestEvidence(
                source,
                requestId,
                new Asked(
                        Mode.valueOf(known.getProperty("mode")),
                        known.getProperty("answer").equals("REFUSED"),
                        rows(one.resolve("rows"))),
                imports,
                outcomes,
                replies.computeIfAbsent(source, this::read).getOrDefault(requestId, List.of()));
    }

    private static List<List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> List.of(line.split("\t"))).toList();
    }

    private Map<String, List<Reply>> read(String source) {
        return new ReplyTopic(broker, source).byRequest();
    }
}
