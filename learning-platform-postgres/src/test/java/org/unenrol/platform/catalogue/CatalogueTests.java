package org.unenrol.platform.catalogue;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.PlatformFixture.FINANCE;
import static org.unenrol.platform.PlatformFixture.SAFETY;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.learner;
import static org.unenrol.platform.PlatformFixture.now;
import static org.unenrol.platform.PlatformFixture.session;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.Activity;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.platform.postgres.PostgresCatalogue;

class CatalogueTests {

    private static final ManagedAreas ONLY_SAFETY = ManagedAreas.of(Set.of(SAFETY));

    private final Catalogue catalogue = new PostgresCatalogue(PlatformDatabase.JDBC);

    @BeforeEach
    void twoAreas() {
        PlatformDatabase.clear();
        learner("amelia");
        course("FIRE", SAFETY);
        course("BUDGET_100%", FINANCE);
        session("FIRE-SPRING", "FIRE", now().plus(1, DAYS));
        enrol("amelia", "FIRE");
    }

    @Test
    void showsAGlobalAdministratorEverything() {
        assertThat(references(ManagedAreas.EVERY, "", null))
                .containsExactly("BUDGET_100%", "FIRE", "FIRE-SPRING");
    }

    @Test
    void namesTheAreas() {
        assertThat(catalogue.areas()).contains(SAFETY, FINANCE).isSorted();
    }

    @Test
    void showsAContentAdministratorTheAreasGranted() {
        assertThat(references(ONLY_SAFETY, "", null)).containsExactly("FIRE", "FIRE-SPRING");
        assertThat(catalogue.find(ONLY_SAFETY, idOf("BUDGET_100%"))).isEmpty();
        assertThat(references(ManagedAreas.NONE, "", null)).isEmpty();
    }

    @Test
    void findsATextAnywhereWhateverItsCaseAndTakesEachCharacterAsItIs() {
        assertThat(references(ManagedAreas.EVERY, "spring", null)).containsExactly("FIRE-SPRING");
        assertThat(references(ManagedAreas.EVERY, "_100%", null)).containsExactly("BUDGET_100%");
        assertThat(references(ManagedAreas.EVERY, "FIRE_SPRING", null)).isEmpty();
    }

    @Test
    void tellsCoursesFromSessions() {
        assertThat(references(ManagedAreas.EVERY, "", Activity.Kind.SESSION))
                .containsExactly("FIRE-SPRING");
    }

    @Test
    void countsWhoIsEnrolledAndNamesTheCourseOfASession() {
        assertThat(catalogue.find(ManagedAreas.EVERY, idOf("FIRE")).orElseThrow().enrolled())
                .isEqualTo(1);
        CatalogueItem session =
                catalogue.find(ManagedAreas.EVERY, idOf("FIRE-SPRING")).orElseThrow();
        assertThat(session.enrolled()).isZero();
        assertThat(session.courseTitle()).isEqualTo("Title of FIRE");
    }

    @Test
    void goesToTheLastPageWhenThereAreNotSoMany() {
        CataloguePage page = catalogue.search(ManagedAreas.EVERY, new CatalogueSearch("", null, 7));

        assertThat(page.page()).isEqualTo(1);
        assertThat(page.total()).isEqualTo(3);
    }

    @Test
    void setsAnExternalReferenceThatNoOtherItemHas() {
        long fire = idOf("FIRE");

        assertThat(catalogue.setReference(ManagedAreas.EVERY, fire, "FIRE-2027"))
                .isEqualTo(ReferenceChange.MADE);
        assertThat(catalogue.setReference(ManagedAreas.EVERY, fire, "BUDGET_100%"))
                .isEqualTo(ReferenceChange.TAKEN);
        assertThat(catalogue.find(ManagedAreas.EVERY, fire).orElseThrow().externalReference())
                .isEqualTo("FIRE-2027");
        assertThat(catalogue.setReference(ManagedAreas.EVERY, fire, null))
                .isEqualTo(ReferenceChange.MADE);
    }

    @Test
    void doesNotSayThatAnItemElsewhereHasAReference() {
        long fire = idOf("FIRE");

        assertThat(catalogue.setReference(ONLY_SAFETY, fire, "BUDGET_100%"))
                .isEqualTo(ReferenceChange.NOT_AVAILABLE);
        assertThat(catalogue.setReference(ONLY_SAFETY, fire, "FIRE-SPRING"))
                .isEqualTo(ReferenceChange.TAKEN);
    }

    @Test
    void storesAReferenceInTheFormInWhichItIsLookedUp() {
        long fire = idOf("FIRE");

        catalogue.setReference(ManagedAreas.EVERY, fire, "\u3000CAFE\u0301\u00a0");

        assertThat(idOf("CAF\u00c9")).isEqualTo(fire);
        assertThat(catalogue.setReference(ManagedAreas.EVERY, idOf("FIRE-SPRING"), "CAFE\u0301"))
                .isEqualTo(ReferenceChange.TAKEN);
        assertThat(references(ManagedAreas.EVERY, " cafe\u0301", null))
                .containsExactly("CAF\u00c9");
        catalogue.setReference(ManagedAreas.EVERY, fire, "\u00a0");
        assertThat(catalogue.find(ManagedAreas.EVERY, fire).orElseThrow().externalReference())
                .isNull();
    }

    @Test
    void changesNothingOutsideTheAreasGranted() {
        long budget = idOf("BUDGET_100%");

        assertThat(catalogue.setReference(ONLY_SAFETY, budget, "MINE"))
                .isEqualTo(ReferenceChange.NOT_FOUND);
        assertThat(idOf("BUDGET_100%")).isEqualTo(budget);
    }

    private List<String> references(ManagedAreas areas, String text, Activity.@Nullable Kind kind) {
        return catalogue.search(areas, new CatalogueSearch(text, kind, 1)).items().stream()
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
