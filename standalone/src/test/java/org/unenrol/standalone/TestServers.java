package org.unenrol.standalone;

import javax.sql.DataSource;

/**
 * The broker, the database and the mail server of the tests.
 *
 * @param administrator connections to the database of a user who may do everything
 */
record TestServers(Addresses addresses, DataSource administrator) {}
