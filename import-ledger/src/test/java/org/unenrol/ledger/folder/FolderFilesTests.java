package org.unenrol.ledger.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.unenrol.ledger.ImportFixture.anImport;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.Ledger;
import org.unenrol.ledger.LedgerDatabase;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

class FolderFilesTests extends LedgerTestCase {

    private static final String SHA256 = "0".repeat(64);
    private static final Instant MODIFIED = Instant.parse("2026-11-28T12:00:00.123Z");

    private final FolderFiles files = new FolderFiles(LedgerDatabase.JDBC, Ledger.LEASE);

    @Test
    void givesAFileToOneAtATime() {
        FolderClaim first = claim();

        assertThat(files.claim("leavers", "a.csv")).isEmpty();
        assertThat(files.claim("leavers", "b.csv")).isPresent();
        assertThat(files.claim("other", "a.csv")).isPresent();

        files.release(first);
        assertThat(files.claim("leavers", "a.csv")).isPresent();
    }

    @Test
    void forgetsAFileThatIsGivenBackUntouched() {
        files.release(claim());

        assertThat(files.open("leavers")).isEmpty();
    }

    @Test
    void givesTheFileOfASilentHolderToAnotherWhoAloneMayGoOn() {
        FolderClaim frozen = claim();
        LedgerDatabase.letPass(Ledger.LEASE.plusSeconds(1));
        FolderClaim successor = claim();
        Destination place = new Destination(Subfolder.DONE, "a.csv");

        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> files.renew(frozen));
        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> files.taken(frozen, taken(anImport().submitted())));
        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> files.reserve(frozen, place));
        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> files.moved(frozen));
        files.forget(frozen);
        files.release(frozen);

        files.renew(successor);
        assertThat(files.claim("leavers", "a.csv")).isEmpty();
    }

    @Test
    void renewsALeaseThatHasRunOutAsLongAsNobodyElseHasTheFile() {
        FolderClaim claim = claim();
        LedgerDatabase.letPass(Ledger.LEASE.plusSeconds(1));

        files.renew(claim);

        assertThat(files.claim("leavers", "a.csv")).isEmpty();
    }

    @Test
    void ignoresALeaseFromBeforeTheClockWasPutBack() {
        claim();
        LedgerDatabase.letPass(Ledger.LEASE.multipliedBy(-3));

        assertThat(files.claim("leavers", "a.csv")).isPresent();
    }

    @Test
    void tellsWhoeverComesNextHowFarAFileHasCome() {
        TakenFile taken = taken(anImport().submitted());
        Destination place = new Destination(Subfolder.DONE, "a.csv");
        FolderClaim claim = claim();
        files.taken(claim, taken);
        assertThat(files.reserve(claim, place)).isTrue();
        files.release(claim);

        assertThat(claim())
                .extracting(FolderClaim::taken, FolderClaim::destination)
                .containsExactly(taken, place);
        assertThat(files.open("leavers")).containsExactly(new OpenFile("a.csv", true));
    }

    @Test
    void tellsWhoseImportHasEnded() {
        files.taken(claim(), taken(anImport().completedAs(OutcomeCode.UNENROLLED)));

        assertThat(files.open("leavers")).containsExactly(new OpenFile("a.csv", false));
    }

    @Test
    void keepsAPlaceForOneFileInWhateverCaseItIsWritten() {
        FolderClaim upper = files.claim("leavers", "A.CSV").orElseThrow();
        assertThat(files.reserve(claim(), new Destination(Subfolder.DONE, "a.csv"))).isTrue();

        assertThat(files.reserve(upper, new Destination(Subfolder.DONE, "A.CSV"))).isFalse();
        assertThat(files.reserve(upper, new Destination(Subfolder.REFUSED, "A.CSV"))).isTrue();
    }

    @Test
    void knowsTheSameFileAgainOnceItWasMoved() {
        UUID importId = anImport().submitted();
        FolderClaim first = claim();
        files.taken(first, taken(importId));
        files.moved(first);

        FolderClaim again = claim();

        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(again.taken()).isNull();
        assertThat(files.earlier(again, SHA256, Mode.APPLY))
                .isEqualTo(new EarlierImports(importId, 0));
        assertThat(files.earlier(again, SHA256, Mode.VERIFY_ONLY))
                .isEqualTo(new EarlierImports(null, 0));
        assertThat(files.earlier(again, "1".repeat(64), Mode.APPLY))
                .isEqualTo(new EarlierImports(null, 0));
    }

    @Test
    void countsTheImportsOfTheSameFileThatHaveFailed() {
        UUID importId = anImport().submitted();
        FolderClaim first = claim();
        files.taken(first, taken(importId));
        files.moved(first);
        Ledger.RESULTS.fail(importId, Damage.fileUnreadable());

        assertThat(files.earlier(claim(), SHA256, Mode.APPLY))
                .isEqualTo(new EarlierImports(null, 1));
    }

    @Test
    void forgetsARefusedFile() {
        FolderClaim claim = claim();
        files.reserve(claim, new Destination(Subfolder.REFUSED, "a.csv"));
        files.release(claim);
        assertThat(files.open("leavers")).hasSize(1);

        files.forget(claim());

        assertThat(files.open("leavers")).isEmpty();
    }

    private FolderClaim claim() {
        return files.claim("leavers", "a.csv").orElseThrow();
    }

    private static TakenFile taken(UUID importId) {
        return new TakenFile(SHA256, Mode.APPLY, 42, MODIFIED, importId);
    }
}
