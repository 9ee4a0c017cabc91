package org.unenrol.worker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the worker, {@code unenrol.worker.*}.
 *
 * @param concurrency how many batches this process works on at a time; a connection to the database
 *     each
 */
@ConfigurationProperties("unenrol.worker")
record WorkerSettings(@DefaultValue("2") int concurrency) {}
