package org.unenrol.notifier.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer of a mail server, without its text, which often repeats the address.
 *
 * @param code of three digits; 0 when there was no answer
 * @param status enhanced status code (RFC 3463), empty when there is none
 */
record SmtpReply(int code, String status) {

    static final SmtpReply NONE = new SmtpReply(0, "");

    private static final Pattern REPLY =
            Pattern.compile(
                    "([2-5]\\d\\d)(?:[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b)?.*", Pattern.DOTALL);

    static SmtpReply of(String text) {
        Matcher reply = REPLY.matcher(text);
        if (!reply.matches()) {
            return NONE;
        }
        String status = reply.group(2);
        return new SmtpReply(Integer.parseInt(reply.group(1)), status == null ? "" : status);
    }

    boolean isPositive() {
        return code >= 200 && code < 300;
    }

    @Override
    public String toString() {
        return code == 0 ? "no answer" : (code + " " + status).strip();
    }
}
