package org.unenrol.notifier.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.unenrol.ledger.event.WebhookEventType;

/**
 * Reads the addresses from the settings when the service starts. Nobody is asked whether they
 * answer.
 */
final class WebhookSettingsCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");
    private static final Pattern IP_ADDRESS = Pattern.compile("\\[.*]|[0-9.]+|0[xX].*");
    private static final int LARGEST_PORT = 65_535;

    private static final Map<String, WebhookEventType> EVENTS =
            Arrays.stream(WebhookEventType.values())
                    .collect(
                            Collectors.toMap(
                                    WebhookEventType::text,
                                    type -> type,
                                    (a, b) -> a,
                                    TreeMap::new));

    private final WebhookSettings settings;

    private WebhookSettingsCheck(WebhookSettings settings) {
        this.settings = settings;
    }

    /**
     * Throws what Spring Boot tells in words when a service does not start.
     *
     * @throws InvalidConfigurationPropertyValueException names the setting and says how to fix it
     */
    static List<WebhookAddress> read(WebhookSettings settings) {
        WebhookSettingsCheck check = new WebhookSettingsCheck(settings);
        return settings.addresses().entrySet().stream()
                .map(entry -> check.address(entry.getKey(), entry.getValue()))
                .toList();
    }

    private WebhookAddress address(String name, WebhookSettings.Address address) {
        String setting = "unenrol.webhooks.addresses." + name;
        if (!NAME.matcher(name).matches()) {
            throw wrong(
                    setting, name, "Set a name of at most 60 letters, digits, dots and dashes.");
        }
        return new WebhookAddress(
                name,
                url(setting + ".url", address.url()),
                secrets(setting + ".secrets", address.secrets()),
                Set.copyOf(address.sources()),
                events(setting + ".events", address.events()));
    }

    private URI url(String setting, @Nullable String text) {
        URI url = parsed(text);
        if (url == null || !isComplete(url)) {
            throw wrong(
                    setting,
                    text,
                    "Set it to the address that takes the requests, such as"
                            + " https://hooks.example.org/unenrol.");
        }
        if (scheme(url).equals("http") && !settings.allowHttp()) {
            throw wrong(
                    setting,
                    text,
                    "Set it to an address that begins with https, or set"
                            + " unenrol.webhooks.allow-http=true.");
        }
        if (!settings.allowPrivateAddresses() && isForbiddenPlace(url.getHost())) {
            throw wrong(
                    setting,
                    text,
                    "Set it to a place in the internet, or set"
                            + " unenrol.webhooks.allow-private-addresses=true.");
        }
        return url;
    }

    private static @Nullable URI parsed(@Nullable String text) {
        try {
            return text == null ? null : new URI(text.strip());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isComplete(URI url) {
        return Set.of("http", "https").contains(scheme(url))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && url.getPort() != 0
                && url.getPort() <= LARGEST_PORT;
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }

    /** Where a name leads is looked at before each request. */
    private static boolean isForbiddenPlace(String host) {
        try {
            return IP_ADDRESS.matcher(host).matches()
                    && ForbiddenPlaces.contain(host, InetAddress.getAllByName(host)[0]);
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static List<WebhookSecret> secrets(String setting, List<String> secrets) {
        List<String> expected = secrets.isEmpty() ? List.of("") : secrets;
        return IntStream.range(0, expected.size())
                .mapToObj(i -> secret(setting + "[" + i + "]", expected.get(i)))
                .toList();
    }

    /** What has been set is not repeated: it may be nearly a secret. */
    private static WebhookSecret secret(String setting, String text) {
        try {
            return WebhookSecret.of(text.strip());
        } catch (IllegalArgumentException e) {
            throw wrong(
                    setting,
                    "******",
                    "Set it to whsec_ and 24 to 64 random bytes in base64, such as what"
                            + " echo whsec_$(openssl rand -base64 32) writes.");
        }
    }

    private static Set<WebhookEventType> events(String setting, Set<String> texts) {
        for (String text : texts) {
            if (!EVENTS.containsKey(text)) {
                throw wrong(
                        setting,
                        text,
                        "Set it to some of " + String.join(", ", EVENTS.keySet()) + ".");
            }
        }
        return texts.stream().map(EVENTS::get).collect(Collectors.toUnmodifiableSet());
    }

    private static InvalidConfigurationPropertyValueException wrong(
            String setting, @Nullable Object value, String howToFix) {
        return new InvalidConfigurationPropertyValueException(setting, value, howToFix);
    }
}
