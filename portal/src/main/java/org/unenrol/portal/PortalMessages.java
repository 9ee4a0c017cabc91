package org.unenrol.portal;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.unenrol.wording.Messages;

/** The messages that templates name as {@code #{key}}, in the language of the request. */
final class PortalMessages extends AbstractMessageSource {

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] values, @Nullable Locale locale) {
        Messages messages = Messages.in(locale == null ? null : locale.toLanguageTag());
        if (code == null || !messages.has(code)) {
            return null;
        }
        return messages.text(code, values == null ? new Object[0] : values);
    }

    /** Never asked for: {@link #getMessageInternal} answers. */
    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return null;
    }
}
