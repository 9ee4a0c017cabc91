package org.unenrol.notifier.mail;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.unenrol.wording.Messages;

/** Has templates find their messages, {@code #{key(value)}}, in the language of the context. */
final class MessagesInTemplates extends AbstractMessageResolver {

    @Override
    public String resolveMessage(
            ITemplateContext context,
            @Nullable Class<?> origin,
            String key,
            @Nullable Object @Nullable [] values) {
        return Messages.in(context.getLocale().toLanguageTag())
                .text(key, values == null ? new Object[0] : values);
    }

    /** Never asked for: a message that does not exist is an error. */
    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context,
            @Nullable Class<?> origin,
            String key,
            @Nullable Object @Nullable [] values) {
        return key;
    }
}
