package org.unenrol.notifier.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.regex.Pattern;

/**
 * An email address as it goes to the mail server, its domain in ASCII (RFC 5890).
 *
 * @param needsUtf8 whether only a server with SMTPUTF8 (RFC 6531) can take it
 */
record MailAddress(String text, boolean needsUtf8) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * Characters that IDNA 2003, which Java has, writes as another domain than IDNA 2008 (RFC 5894,
     * 7.2).
     */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    /**
     * Reads one bare address.
     *
     * @throws AddressException when it is none; its message never repeats the address
     */
    static MailAddress of(String address) throws AddressException {
        String bare = address.strip();
        int at = bare.lastIndexOf('@');
        if (at < 1 || at == bare.length() - 1 || CONTROL.matcher(bare).find()) {
            throw new AddressException("not an email address");
        }
        String local = bare.substring(0, at);
        String text = local + "@" + ascii(bare.substring(at + 1));
        InternetAddress checked = parsed(text);
        if (!text.equals(checked.getAddress())) {
            throw new AddressException("more than a bare email address");
        }
        return new MailAddress(text, !isAscii(local));
    }

    private static InternetAddress parsed(String text) throws AddressException {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException e) {
            throw new AddressException("not an email address");
        }
    }

    private static String ascii(String domain) throws AddressException {
        if (isAscii(domain)) {
            return domain;
        }
        if (AMBIGUOUS.matcher(domain).find()) {
            throw new AddressException("the domain's letters stand for two different domains");
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new AddressException("not an internationalised domain");
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    String domain() {
        return text.substring(text.lastIndexOf('@') + 1);
    }
}
