package org.unenrol.ledger.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.Ledger.RESULTS;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.wording.Messages;

class DamageTests extends LedgerTestCase {

    @ParameterizedTest
    @MethodSource
    void isKeptAsDataAndToldInTheReadersLanguage(Damage damage, String english, String german) {
        UUID id = anImport().submitted();

        RESULTS.fail(id, damage);

        assertThat(IMPORTS.find(id)).map(one -> one.progress().failure()).contains(damage);
        assertThat(damage.sentence(Messages.in("en"))).isEqualTo(english);
        assertThat(damage.sentence(Messages.in("de"))).isEqualTo(german);
    }

    static Stream<Arguments> isKeptAsDataAndToldInTheReadersLanguage() {
        return Stream.of(
                arguments(
                        Damage.fileUnreadable(),
                        "The stored file can no longer be read.",
                        "Die gespeicherte Datei kann nicht mehr gelesen werden."),
                arguments(
                        Damage.outcomeMissing(1204),
                        "Row 1204 has no outcome.",
                        "Zeile 1204 hat kein Ergebnis."),
                arguments(
                        Damage.otherNumberOfRows(3, 1204),
                        "The stored file has 3 rows instead of 1204.",
                        "Die gespeicherte Datei hat 3 Zeilen statt 1204."));
    }
}
