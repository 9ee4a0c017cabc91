package org.unenrol.standalone;

/** The choice of where the broker and the database of the tests come from. */
final class TestInfrastructure {

    private TestInfrastructure() {}

    static boolean isContainers() {
        return "containers".equals(System.getProperty("unenrol.test.infrastructure"));
    }
}
