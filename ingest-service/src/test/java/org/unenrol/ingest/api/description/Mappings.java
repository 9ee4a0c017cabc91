package org.unenrol.ingest.api.description;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** The calls that controllers answer. */
final class Mappings {

    private Mappings() {}

    /** Such as {@code GET /api/v1/imports}. */
    static Set<String> below(String path) {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scan.findCandidateComponents("org.unenrol").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .flatMap(Mappings::of)
                .filter(call -> call.contains(" " + path))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Stream<String> of(Class<?> controller) {
        List<String> prefixes = paths(mapping(controller));
        return Arrays.stream(controller.getDeclaredMethods())
                .filter(method -> mapping(method) != null)
                .flatMap(method -> prefixes.stream().flatMap(prefix -> of(prefix, method)));
    }

    private static Stream<String> of(String prefix, Method method) {
        RequestMapping mapping = mapping(method);
        return Arrays.stream(mapping.method())
                .flatMap(verb -> paths(mapping).stream().map(path -> verb + " " + prefix + path));
    }

    private static RequestMapping mapping(java.lang.reflect.AnnotatedElement element) {
        return AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class);
    }

    private static List<String> paths(RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0
                ? List.of("")
                : List.of(mapping.path());
    }
}
