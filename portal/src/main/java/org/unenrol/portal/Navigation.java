package org.unenrol.portal;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The entries of the NAVIGATION pane; the work begins at the first. */
@Component
public class Navigation {

    private final List<NavigationEntry> entries;

    Navigation(ObjectProvider<NavigationEntry> entries) {
        this.entries = entries.orderedStream().toList();
    }

    /** The path of the page with the ACTIONS section. */
    public String home() {
        return entries.get(0).path();
    }

    List<NavigationEntry> entries() {
        return entries;
    }
}
