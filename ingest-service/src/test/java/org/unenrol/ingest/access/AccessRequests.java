package org.unenrol.ingest.access;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.unenrol.ingest.CsvFile;

/** A request to each endpoint that is about a subject. */
record AccessRequests(MockMvcTester service) {

    private static final String ID = UUID.randomUUID().toString();

    /** The parameters without which an endpoint takes nothing. */
    private static final Map<String, String> QUERIES =
            Map.of(
                    "POST /api/v1/imports", "verifyOnly=true",
                    "POST /imports/uploads/cancelled", "attempt=" + ID,
                    "GET /catalogue", "search={search}",
                    "GET /reports", "search={search}",
                    "GET /reports/learners", "search={search}",
                    "GET /reports/records", "search={search}",
                    "POST /catalogue/{id}/external-reference", "externalReference={name}-2",
                    "POST /catalogue/{id}/learners/{learnerId}/unenrol",
                            "sendEmail=No&key={unenrolment}");

    MockMvcRequestBuilder about(AccessSubject subject, String endpoint) {
        String[] parts = endpoint.split(" ", 2);
        HttpMethod method = HttpMethod.valueOf(parts[0].replace("ANY", "GET"));
        String query = QUERIES.get(endpoint);
        MockMvcRequestBuilder request =
                service.method(method)
                        .uri(filled(parts[1] + (query == null ? "" : "?" + query), subject));
        return endpoint.equals("POST /api/v1/imports")
                ? request.header("Content-Type", "text/csv").content(CsvFile.of("a,B,No"))
                : request;
    }

    private static String filled(String address, AccessSubject subject) {
        boolean ofAnItem = address.startsWith("/catalogue/{id}");
        boolean ofADelivery = address.startsWith("/webhooks");
        boolean ofAToken = address.startsWith("/tokens");
        if (address.startsWith("/accounts/{id}")) {
            return address.replace("{id}", "" + subject.accountId());
        }
        String id = ofAnItem ? "" + subject.itemId() : ofADelivery ? "1" : "" + subject.importId();
        return address.replace("{id}", ofAToken ? "" + subject.tokenId() : id)
                .replace("{learnerId}", "" + subject.learnerId())
                .replace("{unenrolment}", "" + subject.importId())
                .replace("{search}", subject.name().substring(0, subject.name().length() - 1))
                .replace("{name}", address.startsWith("/sources") ? "hr" : subject.name());
    }
}
