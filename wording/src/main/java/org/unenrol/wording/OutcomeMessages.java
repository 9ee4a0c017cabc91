package org.unenrol.wording;

import static org.unenrol.model.OutcomeCode.NOT_REENROLLED;
import static org.unenrol.model.OutcomeCode.READY_COMPLETION_KEPT;
import static org.unenrol.model.OutcomeCode.UNENROLLED_COMPLETION_KEPT;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.CellHint;
import org.unenrol.model.Detail;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowFault;

/** The outcome of a row, in words for people. Thread-safe. */
public final class OutcomeMessages {

    private static final Map<String, OutcomeMessages> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Messages messages;
    private final Map<OutcomeCode, String> names = new EnumMap<>(OutcomeCode.class);
    private final Map<OutcomeCode, String> sentences = new EnumMap<>(OutcomeCode.class);

    private OutcomeMessages(Messages messages) {
        this.messages = messages;
        for (OutcomeCode code : OutcomeCode.values()) {
            names.put(code, messages.text("outcome." + code));
            sentences.put(code, messages.text("sentence." + code));
        }
    }

    /** In a language, or the nearest that there is. */
    public static OutcomeMessages in(@Nullable String tag) {
        Messages messages = Messages.in(tag);
        return BY_LANGUAGE.computeIfAbsent(
                messages.language(), language -> new OutcomeMessages(messages));
    }

    /** A few words, to stand beside a number of rows. */
    public String name(OutcomeCode code) {
        return names.getOrDefault(code, code.name());
    }

    /**
     * One or more sentences; those of a failure also say how to fix it.
     *
     * @param changedFrom what the verification had said, where it said something else
     */
    public String sentence(
            OutcomeCode code, List<Detail> details, @Nullable OutcomeCode changedFrom) {
        if (details.isEmpty() && changedFrom == null) {
            return sentenceOf(code);
        }
        List<String> parts = new ArrayList<>();
        if (details.isEmpty() || isKept(code)) {
            parts.add(sentenceOf(code));
        }
        details.forEach(detail -> add(code, detail, parts));
        if (changedFrom != null) {
            parts.add(messages.text("sentence.changed", name(changedFrom)));
        }
        return String.join(" ", parts);
    }

    private static boolean isKept(OutcomeCode code) {
        return code == UNENROLLED_COMPLETION_KEPT || code == READY_COMPLETION_KEPT;
    }

    private String sentenceOf(OutcomeCode code) {
        return sentences.getOrDefault(code, code.name());
    }

    private void add(OutcomeCode code, Detail detail, List<String> parts) {
        if (code == NOT_REENROLLED) {
            addOfTakeBack(detail, parts);
        } else {
            add(detail, parts);
        }
    }

    private void addOfTakeBack(Detail detail, List<String> parts) {
        if (detail instanceof Detail.AlreadyEnrolled) {
            parts.add(messages.text("detail.ALREADY_ENROLLED"));
        } else if (detail instanceof Detail.EndedSince) {
            parts.add(messages.text("detail.ENDED_SINCE"));
        } else if (detail instanceof Detail.NothingToTakeBack) {
            parts.add(messages.text("detail.NOTHING_TO_TAKE_BACK"));
        } else if (detail instanceof Detail.MeansAnother) {
            parts.add(messages.text("detail.MEANS_ANOTHER"));
        } else if (detail instanceof Detail.NotPermitted) {
            parts.add(messages.text("detail.NOT_PERMITTED_BACK"));
        } else if (detail instanceof Detail.Refused refused) {
            parts.add(sentenceOf(NOT_REENROLLED));
            parts.add(messages.text("detail.REFUSED", refused.reason()));
        } else {
            add(detail, parts);
        }
    }

    private void add(Detail detail, List<String> parts) {
        if (detail instanceof RowFault fault) {
            parts.add(fault(fault));
        } else if (detail instanceof Detail.UnknownUsername unknown) {
            parts.add(sentenceOf(OutcomeCode.USERNAME_NOT_RECOGNISED));
            addHints("username", unknown.near(), unknown.hints(), parts);
        } else if (detail instanceof Detail.UnknownReference unknown) {
            parts.add(sentenceOf(OutcomeCode.ACTIVITY_NOT_RECOGNISED));
            addHints("reference", unknown.near(), unknown.hints(), parts);
        } else if (detail instanceof Detail.NotPermitted) {
            parts.add(sentenceOf(OutcomeCode.NOT_PERMITTED));
        } else if (detail instanceof Detail.DuplicateOf duplicate) {
            parts.add(messages.text("detail.DUPLICATE_OF", duplicate.spreadsheetRow()));
        } else if (detail instanceof Detail.CompletionKept kept) {
            parts.add(messages.text("detail.COMPLETION_KEPT." + kept.of()));
        } else if (detail instanceof Detail.EnrolledSince) {
            parts.add(messages.text("detail.ENROLLED_SINCE"));
        } else if (detail instanceof Detail.HeldBy held) {
            parts.add(messages.text("detail.HELD_BY", held.method()));
        } else if (detail instanceof Detail.Refused refused) {
            parts.add(sentenceOf(OutcomeCode.SYSTEM_ERROR));
            parts.add(messages.text("detail.REFUSED", refused.reason()));
        }
    }

    private String fault(RowFault fault) {
        String key = "fault." + fault.fault();
        Long number = fault.number();
        return number == null ? messages.text(key) : messages.text(key, number);
    }

    private void addHints(
            String cell, @Nullable String near, List<CellHint> hints, List<String> parts) {
        if (near != null) {
            parts.add(messages.text("detail.near", near));
        }
        hints.forEach(hint -> parts.add(hint(cell, hint)));
    }

    /**
     * One sentence.
     *
     * @param cell {@code username} or {@code reference}
     */
    public String hint(String cell, CellHint hint) {
        Integer character = hint.character();
        return character == null
                ? messages.text("hint." + hint.kind(), cell)
                : messages.text(
                        "hint." + hint.kind(),
                        cell,
                        CharacterName.codePoint(character),
                        CharacterName.of(character, messages));
    }
}
