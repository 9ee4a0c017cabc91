package org.unenrol.portal;

import org.springframework.context.i18n.LocaleContextHolder;
import org.unenrol.wording.Messages;

/** The language of the request that is being answered. */
public final class RequestLanguage {

    private RequestLanguage() {}

    /** A tag of BCP 47, such as {@code de}. */
    public static String tag() {
        return LocaleContextHolder.getLocale().toLanguageTag();
    }

    public static Messages messages() {
        return Messages.in(tag());
    }

    /** Such as {@link Messages#text}. */
    public static String text(String key, Object... values) {
        return messages().text(key, values);
    }
}
