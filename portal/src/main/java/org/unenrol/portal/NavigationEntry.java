package org.unenrol.portal;

/**
 * An entry of the NAVIGATION pane; each bean of this type is shown, in their order.
 *
 * @param label the key of its message
 * @param path where it leads; every page below it belongs to it
 */
public record NavigationEntry(String label, String path) {}
