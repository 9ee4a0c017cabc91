package org.unenrol.ingest.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.ingest.upstream.UpstreamSettings.Source;
import org.unenrol.intake.Intake;
import org.unenrol.intake.Upload;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.upstream.ReadyRequest;
import org.unenrol.ledger.upstream.ReadyRequests;
import org.unenrol.ledger.upstream.RequestRefusal;
import org.unenrol.ledger.upstream.RequestRows;
import org.unenrol.ledger.upstream.RowsJson;
import org.unenrol.model.upstream.RefusalReason;
import org.unenrol.wording.FileMessages;

/** Makes requests that are whole imports, by way of a file, like any other's. */
final class RequestAssembly {

    private static final Logger log = LoggerFactory.getLogger(RequestAssembly.class);

    private final UpstreamSettings settings;
    private final ReadyRequests ready;
    private final RequestRows rows;
    private final LearnerRows learners;
    private final Accounts accounts;
    private final Intake intake;

    RequestAssembly(
            UpstreamSettings settings,
            ReadyRequests ready,
            RequestRows rows,
            LearnerRows learners,
            Accounts accounts,
            Intake intake) {
        this.settings = settings;
        this.ready = ready;
        this.rows = rows;
        this.learners = learners;
        this.accounts = accounts;
        this.intake = intake;
    }

    /**
     * Makes the next request an import, if there is one.
     *
     * @param mostRows leaves larger ones alone
     */
    boolean makeNext(int mostRows) throws IOException {
        UUID owner = UUID.randomUUID();
        Optional<ReadyRequest> next = ready.acquire(owner, Set.copyOf(settings.names()), mostRows);
        if (next.isPresent()) {
            decide(next.get(), owner);
        }
        return next.isPresent();
    }

    /** What waits for the world is tried again; what is a bug for this one request refuses it. */
    private void decide(ReadyRequest request, UUID owner) throws IOException {
        try {
            accept(request, owner);
        } catch (RefusedRecordException e) {
            refuse(request, owner, e.refusal());
        } catch (RefusedFileException e) {
            String sentence = FileMessages.in(request.language()).sentence(e.refusal());
            refuse(request, owner, RequestRefusal.of(RefusalReason.FILE_REFUSED, sentence));
        } catch (DataAccessException | TransactionException | LostLeaseException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("source={} a request cannot be made an import", request.source(), e);
            refuse(request, owner, RequestRefusal.of(RefusalReason.NOT_PROCESSABLE));
        }
    }

    private void refuse(ReadyRequest request, UUID owner, RequestRefusal refusal) {
        log.info("source={} request refused: {}", request.source(), refusal.reason());
        ready.refuse(request, owner, refusal);
    }

    private void accept(ReadyRequest request, UUID owner) throws IOException {
        Submitter submitter = submitter(request);
        int expected = expectedRows(request);
        NewImport received = receive(request, owner, submitter);
        if (received.rows() != expected) {
            intake.discard(received);
            throw new RefusedRecordException(
                    RequestRefusal.of(RefusalReason.NOT_PROCESSABLE), request.requestId());
        }
        boolean accepted =
                ready.accept(request.id(), owner, () -> intake.submit(received).importId());
        if (!accepted) {
            intake.discard(received);
        }
    }

    private Submitter submitter(ReadyRequest request) {
        Source source = settings.source(request.source());
        Account account =
                accounts.find(source.account())
                        .filter(found -> found.role() != Role.NONE)
                        .orElseThrow(
                                () ->
                                        new RefusedRecordException(
                                                RequestRefusal.of(
                                                        RefusalReason.ACCOUNT_NOT_ALLOWED,
                                                        source.account()),
                                                request.requestId()));
        return new Submitter(
                account.username(),
                account.name(),
                source.completionAddress(account.email()),
                source.languageOr(account.language()),
                request.source());
    }

    private int expectedRows(ReadyRequest request) {
        if (request.rows() != null) {
            return request.rows();
        }
        RowsJson found =
                learners.of(
                        String.valueOf(request.username()),
                        String.valueOf(request.sendEmail()),
                        request.requestId());
        ready.keepRows(request.id(), found);
        return found.rows();
    }

    private NewImport receive(ReadyRequest request, UUID owner, Submitter submitter)
            throws IOException {
        try (InputStream file =
                RequestFile.of(request.id(), rows, () -> renew(request.id(), owner))) {
            String name = request.requestId() + ".csv";
            return intake.receive(new Upload(file, name, UTF_8, request.mode(), submitter, null))
                    .with(request.learnerEmails());
        }
    }

    private void renew(UUID request, UUID owner) {
        if (!ready.renew(request, owner)) {
            throw new LostLeaseException();
        }
    }
}
