package org.unenrol.platform.journal.setup;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches unless the platform is the one that comes with the product. */
class OnRemotePlatform implements Condition {

    static final String SETTING = "unenrol.platform";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().getProperty(SETTING, "postgres").equals("postgres");
    }
}
