package org.unenrol.worker.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTests {

    @Test
    void asksForTheUsernameThatMayHaveBeenMeant() {
        assertThat(Sentences.usernameNotRecognised("12345", "0012345"))
                .isEqualTo(
                        "Username not recognised: create the user account first, or correct the username."
                                + " Did you mean 0012345? A spreadsheet may have removed zeros at its"
                                + " beginning: format the column as text and enter it again.");
    }

    @Test
    void saysNoMoreThanTheHelpPageWhereNothingIsNear() {
        assertThat(Sentences.activityNotRecognised("FIRE-SAFTEY-2026", null))
                .isEqualTo(
                        "Activity external reference not recognised: set it on the item's properties"
                                + " page in the catalogue, or correct it here.");
    }
}
