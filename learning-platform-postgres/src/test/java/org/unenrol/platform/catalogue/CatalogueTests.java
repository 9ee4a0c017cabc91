package org.unenrol.platform.catalogue;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.PlatformFixture.FINANCE;
import static org.unenrol.platform.PlatformFixture.SAFETY;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.grant;
import static org.unenrol.platform.PlatformFixture.learner;
import static org.unenrol.platform.PlatformFixture.now;
import static org.unenrol.platform.PlatformFixture.session;
import static org.unenrol.platform.PlatformFixture.user;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.platform.Activity;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.platform.Role;
import org.unenrol.platform.postgres.PostgresCatalogue;

class CatalogueTests {

    private final Catalogue catalogue = new PostgresCatalogue(PlatformDatabase.JDBC);

    @BeforeEach
    void twoAreas() {
        PlatformDatabase.clear();
        user("boss", Role.GLOBAL_ADMINISTRATOR);
        user("safety.admin", Role.CONTENT_ADMINISTRATOR);
        grant("safety.admin", SAFETY);
        learner("amelia");
        course("FIRE", SAFETY);
        course("BUDGET_100%", FINANCE);
        session("FIRE-SPRING", "FIRE", now().plus(1, DAYS));
        enrol("amelia", "FIRE");
    }

    @Test
    void showsAGlobalAdministratorEverything() {
        assertThat(references("boss", "", null))
                .containsExactly("BUDGET_100%", "FIRE", "FIRE-SPRING");
    }

    @Test
    void showsAContentAdministratorTheAreasGranted() {
        assertThat(references("safety.admin", "", null)).containsExactly("FIRE", "FIRE-SPRING");
        assertThat(catalogue.find("safety.admin", idOf("BUDGET_100%"))).isEmpty();
        assertThat(references("amelia", "", null)).isEmpty();
    }

    @Test
    void findsATextAnywhereWhateverItsCaseAndTakesEachCharacterAsItIs() {
        assertThat(references("boss", "spring", null)).containsExactly("FIRE-SPRING");
        assertThat(references("boss", "_100%", null)).containsExactly("BUDGET_100%");
        assertThat(references("boss", "FIRE_SPRING", null)).isEmpty();
    }

    @Test
    void tellsCoursesFromSessions() {
        assertThat(references("boss", "", Activity.Kind.SESSION)).containsExactly("FIRE-SPRING");
    }

    @Test
    void countsWhoIsEnrolledAndNamesTheCourseOfASession() {
        assertThat(catalogue.find("boss", idOf("FIRE")).orElseThrow().enrolled()).isEqualTo(1);
        CatalogueItem session = catalogue.find("boss", idOf("FIRE-SPRING")).orElseThrow();
        assertThat(session.enrolled()).isZero();
        assertThat(session.courseTitle()).isEqualTo("Title of FIRE");
    }

    @Test
    void goesToTheLastPageWhenThereAreNotSoMany() {
        CataloguePage page = catalogue.search("boss", new CatalogueSearch("", null, 7));

        assertThat(page.page()).isEqualTo(1);
        assertThat(page.total()).isEqualTo(3);
    }

    @Test
    void setsAnExternalReferenceThatNoOtherItemHas() {
        long fire = idOf("FIRE");

        assertThat(catalogue.setReference("boss", fire, "FIRE-2027"))
                .isEqualTo(ReferenceChange.MADE);
        assertThat(catalogue.setReference("boss", fire, "BUDGET_100%"))
                .isEqualTo(ReferenceChange.TAKEN);
        assertThat(catalogue.find("boss", fire).orElseThrow().externalReference())
                .isEqualTo("FIRE-2027");
        assertThat(catalogue.setReference("boss", fire, null)).isEqualTo(ReferenceChange.MADE);
    }

    @Test
    void storesAReferenceInTheFormInWhichItIsLookedUp() {
        long fire = idOf("FIRE");

        catalogue.setReference("boss", fire, "\u3000CAFE\u0301\u00a0");

        assertThat(idOf("CAF\u00c9")).isEqualTo(fire);
        assertThat(catalogue.setReference("boss", idOf("FIRE-SPRING"), "CAFE\u0301"))
                .isEqualTo(ReferenceChange.TAKEN);
        assertThat(references("boss", " cafe\u0301", null)).containsExactly("CAF\u00c9");
        catalogue.setReference("boss", fire, "\u00a0");
        assertThat(catalogue.find("boss", fire).orElseThrow().externalReference()).isNull();
    }

    @Test
    void changesNothingOutsideTheAreasGranted() {
        long budget = idOf("BUDGET_100%");

        assertThat(catalogue.setReference("safety.admin", budget, "MINE"))
                .isEqualTo(ReferenceChange.NOT_FOUND);
        assertThat(idOf("BUDGET_100%")).isEqualTo(budget);
    }

    private List<String> references(
            String administrator, String text, Activity.@Nullable Kind kind) {
        return catalogue.search(administrator, new CatalogueSearch(text, kind, 1)).items().stream()
                .map(CatalogueItem::externalReference)
                .toList();
    }

    private static long idOf(String reference) {
        return PlatformDatabase.JDBC
                .sql("select id from lms.activity where external_reference = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }
}
