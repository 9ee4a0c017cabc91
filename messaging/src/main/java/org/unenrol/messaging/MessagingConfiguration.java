package org.unenrol.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.backoff.BackOff;

/**
 * Everything that a service needs to publish and to listen; what {@code spring.kafka.*} sets comes
 * first.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordSettings.class)
public class MessagingConfiguration {

    /** Long enough to linger for the flush with which each publication ends. */
    private static final int LINGER_MILLIS = 100;

    /** Kafka's own default. */
    private static final int MAX_POLL_MILLIS = 300_000;

    private static final Map<String, Object> PRODUCER_DEFAULTS =
            Map.of(
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.LINGER_MS_CONFIG,
                    LINGER_MILLIS,
                    ProducerConfig.BATCH_SIZE_CONFIG,
                    256 * 1024,
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    "lz4");

    private static final Map<String, Object> CONSUMER_DEFAULTS =
            Map.of(
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest",
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    2_000,
                    ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                    15_000,
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                    CooperativeStickyAssignor.class.getName());

    @Bean
    ProducerFactory<String, byte[]> producerFactory(KafkaProperties settings) {
        Map<String, Object> properties = new HashMap<>(PRODUCER_DEFAULTS);
        properties.putAll(settings.buildProducerProperties());
        return new DefaultKafkaProducerFactory<>(
                properties, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    KafkaTemplate<String, byte[]> kafkaTemplate(ProducerFactory<String, byte[]> factory) {
        return new KafkaTemplate<>(factory);
    }

    @Bean
    ConsumerFactory<String, byte[]> consumerFactory(KafkaProperties settings) {
        Map<String, Object> properties = new HashMap<>(CONSUMER_DEFAULTS);
        properties.putAll(settings.buildConsumerProperties());
        return new DefaultKafkaConsumerFactory<>(
                properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> kafkaListenerContainerFactory(
            ConsumerFactory<String, byte[]> factory, RetriedBatches retried) {
        var containers = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        containers.setConsumerFactory(factory);
        containers.setBatchListener(true);
        RetryPauses pauses = new RetryPauses();
        DefaultErrorHandler retry = endlessRetry(pauses);
        retry.setRetryListeners(retried, pauses);
        containers.setCommonErrorHandler(retry);
        containers.getContainerProperties().setMissingTopicsFatal(false);
        return containers;
    }

    /**
     * Spring Kafka's own default gives up after ten quick tries, and skips at once what it calls
     * fatal.
     */
    static DefaultErrorHandler endlessRetry(BackOff pauses) {
        DefaultErrorHandler handler = new DefaultErrorHandler(pauses);
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    /** For what has to be looked after now and then; nobody else is to take it for theirs. */
    @Bean(defaultCandidate = false)
    ThreadPoolTaskScheduler messagingScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("messaging-");
        scheduler.setDaemon(true);
        return scheduler;
    }

    @Bean
    TopicKeeper topicKeeper(
            KafkaAdmin admin,
            @Qualifier("messagingScheduler") TaskScheduler scheduler,
            ObjectProvider<FurtherTopics> further,
            @Value("${unenrol.retention.dead-letters:30d}") Duration deadLettersKept) {
        return new TopicKeeper(
                admin,
                scheduler,
                TopicPlan.topics(further.stream().toList()),
                new DeadLetterRetention(deadLettersKept));
    }

    @Bean
    TopicReaders topicReaders(KafkaAdmin admin) {
        return new TopicReaders(admin);
    }

    @Bean
    RecordKeys recordKeys(RecordSettings settings) {
        return new RecordKeys(settings);
    }

    @Bean
    RecordSignatures recordSignatures(RecordKeys keys) {
        return new RecordSignatures(keys);
    }

    @Bean
    MessagePublisher messagePublisher(
            KafkaTemplate<String, byte[]> template, RecordSignatures signatures) {
        return new MessagePublisher(template, signatures);
    }

    @Bean
    DeadLetters deadLetters(MessagePublisher publisher, MeterRegistry meters) {
        return new DeadLetters(publisher, meters);
    }

    @Bean
    BelievedRecords believedRecords(
            RecordSignatures signatures, DeadLetters deadLetters, MeterRegistry meters) {
        return new BelievedRecords(signatures, deadLetters, meters);
    }

    @Bean
    BatchHandlings batchHandlings(
            ConsumerFactory<String, byte[]> consumers, BelievedRecords believed) {
        Object interval =
                consumers
                        .getConfigurationProperties()
                        .getOrDefault(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_MILLIS);
        return new BatchHandlings(Duration.ofMillis(Long.parseLong(interval.toString())), believed);
    }

    @Bean
    RetriedBatches retriedBatches() {
        return new RetriedBatches(InstantSource.system());
    }

    @Bean
    ListenerHealth kafkaListeners(MeterRegistry meters, RetriedBatches retried) {
        return new ListenerHealth(meters, retried);
    }

    @Bean
    ListenerRestarter listenerRestarter(@Qualifier("messagingScheduler") TaskScheduler scheduler) {
        return new ListenerRestarter(scheduler);
    }
}
