package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.portal.PortalDatabase.JDBC;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.account.Role;

/** Sessions in the database: whoever writes to their table runs no code in the service. */
class SessionContentTests extends AccountsTestCase {

    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";
    private static boolean sprung;

    @BeforeEach
    void endTheOthers() {
        JDBC.sql("delete from portal.spring_session").update();
        sprung = false;
    }

    @Test
    void areJsonWithoutAPassword() {
        String username = somebody(Role.GLOBAL_ADMINISTRATOR);
        session(username);

        assertThat(
                        JDBC.sql("select attribute_bytes from portal.spring_session_attributes")
                                .query(byte[].class)
                                .list())
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(bytes[0]).isIn((byte) '{', (byte) '"'))
                .anySatisfy(bytes -> assertThat(text(bytes)).contains(username));
        assertThat(
                        JDBC.sql("select attribute_bytes from portal.spring_session_attributes")
                                .query(byte[].class)
                                .list())
                .noneSatisfy(bytes -> assertThat(text(bytes)).contains("bcrypt"));
    }

    @Test
    void meanSignedOutAsAnObjectOfJavaWhichIsNotMade() throws IOException {
        Cookie session = session(somebody(Role.GLOBAL_ADMINISTRATOR));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Trap());
        }
        sprung = false;

        replace(bytes.toByteArray());

        assertThat(get("/imports", session)).hasRedirectedUrl("/sign-in");
        assertThat(sprung).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@class\":\"org.unenrol.portal.SessionContentTests$Trap\"}",
                "[\"org.unenrol.portal.SessionContentTests$Trap\",{}]",
                "{\"@class\":\"javax.sql.DataSource\"}",
                "[\"java.net.URL\",\"http://localhost:1\"]",
                "nothing"
            })
    void meanSignedOutWithATypeThatIsNotKnown(String json) {
        Cookie session = session(somebody(Role.GLOBAL_ADMINISTRATOR));

        replace(json.getBytes(StandardCharsets.UTF_8));

        assertThat(get("/imports", session)).hasRedirectedUrl("/sign-in");
        assertThat(sprung).isFalse();
    }

    @Test
    void keepWhatOnePageTellsTheNextAndOnlyThat() {
        Cookie session = session(somebody(Role.GLOBAL_ADMINISTRATOR));

        assertThat(postHere("/account/language", session, "language", "en"))
                .hasRedirectedUrl("/account");

        assertThat(page("/imports", session)).doesNotContain("role=\"status\" tabindex");
        assertThat(page("/account", session)).contains("role=\"status\" tabindex");
        assertThat(page("/account", session)).doesNotContain("role=\"status\" tabindex");
    }

    private String page(String path, Cookie session) {
        return text(get(path, session).getResponse().getContentAsByteArray());
    }

    private static void replace(byte[] bytes) {
        assertThat(
                        JDBC.sql(
                                        "update portal.spring_session_attributes set attribute_bytes = ?"
                                                + " where attribute_name = ?")
                                .params(bytes, CONTEXT)
                                .update())
                .isOne();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Notices that it is made. */
    @SuppressWarnings("StaticAssignmentInConstructor") // that is how it is seen
    static final class Trap implements Serializable {

        private static final long serialVersionUID = 1;

        Trap() {
            sprung = true;
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            sprung = true;
        }
    }
}
