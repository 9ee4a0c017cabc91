package org.unenrol.standalone;

/** Where the broker and the database of the tests come from. */
final class TestInfrastructure {

    private TestInfrastructure() {}

    static boolean isContainers() {
        return "containers".equals(System.getProperty("unenrol.test.infrastructure"));
    }
}
