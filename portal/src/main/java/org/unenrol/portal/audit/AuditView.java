package org.unenrol.portal.audit;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEntry;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.Via;
import org.unenrol.portal.Wording;

/** An entry as its page tells it. What a later version has written is shown as it stands. */
record AuditView(AuditEntry known, Wording wording) {

    /** A few words on what was done. */
    public String kind() {
        return words("portal.audit.kind.", known.kind(), AuditKind.values());
    }

    public String when() {
        return wording.dateTime(known.at());
    }

    /** The way by which it came, with the name of the token or the source. */
    public String via() {
        String way = words("portal.audit.via.", known.via(), Via.values());
        return known.viaName() == null ? way : way + ": " + known.viaName();
    }

    public List<Detail> details() {
        return new TreeMap<>(known.details())
                .entrySet().stream()
                        .map(
                                one ->
                                        new Detail(
                                                label(one.getKey()),
                                                value(one.getKey(), one.getValue())))
                        .toList();
    }

    private String label(String key) {
        return Arrays.stream(AuditDetail.values()).anyMatch(one -> one.key().equals(key))
                ? wording.text("portal.audit.detail." + key)
                : key;
    }

    private String value(String key, String value) {
        return switch (key) {
            case "mode" ->
                    wording.text(
                            value.equals("VERIFY_ONLY")
                                    ? "portal.imports.verify-only"
                                    : "portal.real-run");
            case "reason" ->
                    wording.text(
                            value.equals("too-many-tries")
                                    ? "portal.audit.too-many-tries"
                                    : "portal.audit.not-accepted");
            default -> value;
        };
    }

    private String words(String prefix, String code, Enum<?>... known) {
        return Arrays.stream(known).anyMatch(one -> one.name().equals(code))
                ? wording.text(prefix + code)
                : code;
    }

    /** A detail in words. */
    record Detail(String label, String value) {}
}
