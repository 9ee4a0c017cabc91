package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.unenrol.account.Role;
import org.unenrol.account.password.PasswordFault;
import org.unenrol.account.token.TokenScope;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.Via;
import org.unenrol.audit.chain.ChainVerdict;
import org.unenrol.csv.ForeignFormat;
import org.unenrol.csv.Refusal;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.ingest.problem.CloserDetail;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.ledger.event.WebhookEventType;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.upstream.RequestState;
import org.unenrol.ledger.webhook.WebhookFailure;
import org.unenrol.ledger.webhook.WebhookState;
import org.unenrol.model.CellHint;
import org.unenrol.model.Detail;
import org.unenrol.model.ImportState;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowFault;
import org.unenrol.model.upstream.RefusalReason;
import org.unenrol.platform.Activity;
import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.Result;
import org.unenrol.portal.access.SignInRefusal;
import org.unenrol.portal.limit.Limit;
import org.unenrol.wording.Messages;

/** Holds the messages to the code: each that is asked for is there, and no other. */
class MessageKeysTests {

    private static final Set<String> KEYS = keys();

    /** Such as the settings of a mail server, or the type of an event, which look like keys. */
    private static final Pattern NO_KEY =
            Pattern.compile("mail\\.(?:smtps?|transport|mime)\\b.*|request\\.refused");

    private static final Pattern QUOTED_IN_TEMPLATES =
            Pattern.compile("'([\\w.-]+)'|#\\{([\\w.-]+)");

    /** The keys that are made of constants or of parts; each has a message. */
    private static final Set<String> MADE =
            Stream.of(
                            made("outcome.", OutcomeCode.values()),
                            made("sentence.", OutcomeCode.values()),
                            made("fault.", RowFault.Kind.values()),
                            made("hint.", CellHint.Kind.values()),
                            made("detail.COMPLETION_KEPT.", Detail.CompletionKept.Of.values()),
                            made("request-refused.", RefusalReason.values()),
                            made("portal.sources.state.", RequestState.values()),
                            made("refusal.", Refusal.Kind.values())
                                    .filter(key -> !key.equals("refusal.OTHER_FORMAT"))
                                    .filter(key -> !key.equals("refusal.ODD_HEADER")),
                            made("refusal.OTHER_FORMAT.", ForeignFormat.values()),
                            made("refusal.ODD_HEADER.", CellHint.Kind.values())
                                    .filter(key -> key.contains(".CHARACTER_")),
                            Stream.of("UNSEEN", "LOST", "LIKE_SPACE")
                                    .map(kind -> "new-reference.CHARACTER_" + kind),
                            made("problem.", ProblemType.values()),
                            made("problem.", ProblemType.values()).map(key -> key + ".title"),
                            made("problem.closer.", CloserDetail.values()),
                            Stream.of(Limit.IMPORTS, Limit.UPLOADS)
                                    .flatMap(
                                            limit ->
                                                    Stream.of(
                                                            "portal.dialog.too-much." + limit,
                                                            "portal.dialog.too-much.what-to-do."
                                                                    + limit)),
                            made("damage.", Damage.Kind.values()),
                            made("portal.role.", Role.values()),
                            made("portal.sign-in.refused.", SignInRefusal.values()),
                            made("portal.sign-in.refused.", SignInRefusal.values())
                                    .map(key -> key + ".what-to-do"),
                            made("portal.kind.", Activity.Kind.values()),
                            made("portal.result.", Result.values()),
                            made("portal.enrolment.", EnrolmentState.values()),
                            made("portal.state.", ImportState.values()),
                            made("portal.tokens.scope.", TokenScope.values()),
                            made("portal.audit.kind.", AuditKind.values()),
                            made("portal.audit.via.", Via.values()),
                            Arrays.stream(AuditDetail.values())
                                    .map(detail -> "portal.audit.detail." + detail.key()),
                            made("console.audit.reason.", ChainVerdict.Reason.values()),
                            made("portal.webhooks.event.", WebhookEventType.values()),
                            made("portal.webhooks.state.", WebhookState.values()),
                            made("portal.webhooks.failure.", WebhookFailure.Kind.values()),
                            made("portal.refused.", RefusedFileException.Reason.values()),
                            made("portal.password.fault.", PasswordFault.values()),
                            Messages.LANGUAGES.stream()
                                    .map(language -> "portal.language-name." + language),
                            Stream.of("password", "language", "session")
                                    .map(done -> "portal.own.done." + done),
                            Stream.of("app-added", "passkey-added", "removed")
                                    .map(done -> "portal.factors.done." + done),
                            Stream.of(
                                            "invited",
                                            "changed",
                                            "disabled",
                                            "enabled",
                                            "link-sent",
                                            "factors-removed")
                                    .map(done -> "portal.accounts.done." + done),
                            Stream.of(
                                            "invitation",
                                            "new-password",
                                            "factor-added",
                                            "factor-removed")
                                    .flatMap(
                                            what ->
                                                    Stream.of("headline", "text", "button", "note")
                                                            .map(
                                                                    part ->
                                                                            "mail." + what + "."
                                                                                    + part)),
                            Stream.of(
                                            "verifying",
                                            "unenrolling",
                                            "taking-back",
                                            "cancelling",
                                            "building-results",
                                            "verified",
                                            "completed",
                                            "cancelled",
                                            "failed")
                                    .map(status -> "portal.status." + status),
                            Stream.of(
                                            "verified",
                                            "applied",
                                            "cancelled",
                                            "failed",
                                            "taken-back",
                                            "take-back-cancelled",
                                            "take-back-failed")
                                    .flatMap(
                                            end ->
                                                    Stream.of(
                                                            "mail.import." + end,
                                                            "mail.import.subject." + end)),
                            Stream.of("left", "kept", "again")
                                    .flatMap(
                                            what ->
                                                    Stream.of(
                                                                    "subject",
                                                                    "subject.several",
                                                                    "headline",
                                                                    "text",
                                                                    "text.several",
                                                                    "note")
                                                            .map(
                                                                    part ->
                                                                            "mail.learner."
                                                                                    + what
                                                                                    + "."
                                                                                    + part)))
                    .flatMap(Function.identity())
                    .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void hasAMessageForEveryKeyThatIsMadeOfAConstant() {
        assertThat(KEYS).containsAll(MADE);
    }

    @Test
    void hasAMessageForEveryKeyInClassesAndTemplates() {
        Set<String> families =
                KEYS.stream()
                        .map(key -> key.substring(0, key.indexOf('.') + 1))
                        .collect(Collectors.toSet());

        assertThat(literals())
                .filteredOn(text -> text.matches("[a-z-]+(\\.[A-Za-z0-9_-]+)+"))
                .filteredOn(text -> families.contains(text.substring(0, text.indexOf('.') + 1)))
                .filteredOn(text -> !NO_KEY.matcher(text).matches())
                .isNotEmpty()
                .isSubsetOf(KEYS);
    }

    @Test
    void hasNoMessageThatNobodyAsksFor() {
        Set<String> unused = new TreeSet<>(KEYS);
        unused.removeAll(MADE);
        unused.removeAll(literals());

        assertThat(unused).isEmpty();
    }

    private static Stream<String> made(String prefix, Enum<?>... constants) {
        return Arrays.stream(constants).map(constant -> prefix + constant);
    }

    private static Set<String> literals() {
        return Stream.concat(
                        ProductClasses.ALL.stream().flatMap(one -> ClassTexts.of(one).stream()),
                        templates().flatMap(MessageKeysTests::quoted))
                .collect(Collectors.toSet());
    }

    private static Stream<String> quoted(Resource template) {
        try {
            return QUOTED_IN_TEMPLATES
                    .matcher(template.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .map(MessageKeysTests::found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String found(MatchResult quoted) {
        return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
    }

    private static Stream<Resource> templates() {
        PathMatchingResourcePatternResolver classPath = new PathMatchingResourcePatternResolver();
        return Stream.of("classpath*:templates/**/*.html", "classpath*:mail/*.*")
                .flatMap(
                        pattern -> {
                            try {
                                return Stream.of(classPath.getResources(pattern));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }

    private static Set<String> keys() {
        Properties messages = new Properties();
        try (InputStreamReader file =
                new InputStreamReader(
                        new ClassPathResource("org/unenrol/wording/messages.properties")
                                .getInputStream(),
                        StandardCharsets.UTF_8)) {
            messages.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages.stringPropertyNames();
    }
}
