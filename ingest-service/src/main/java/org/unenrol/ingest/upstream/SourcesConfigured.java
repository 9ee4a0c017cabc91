package org.unenrol.ingest.upstream;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches where there is a source. */
final class SourcesConfigured implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !Binder.get(context.getEnvironment())
                .bind("unenrol.upstream.sources", Bindable.mapOf(String.class, Object.class))
                .orElseGet(Map::of)
                .isEmpty();
    }
}
