package org.unenrol.standalone;

/** The source of the broker and the database of the tests. */
final class TestInfrastructure {

    private TestInfrastructure() {}

    static boolean isContainers() {
        return "containers".equals(System.getProperty("unenrol.test.infrastructure"));
    }
}
