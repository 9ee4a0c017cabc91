package org.unenrol.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordsTests {

    @Test
    void areNotSwitchedOffWhereNobodyElseSignsPeopleIn() {
        assertThatIllegalStateException()
                .isThrownBy(() -> passwords(false))
                .withMessageContaining("leaves no way into the portal");
        assertThat(passwords(true).areOn()).isTrue();
    }

    private static Passwords passwords(boolean on) {
        return new Passwords(new PortalAccessSettings(Duration.ofHours(12), on), List.of());
    }
}
