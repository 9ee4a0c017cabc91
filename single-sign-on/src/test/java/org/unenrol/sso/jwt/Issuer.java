package org.unenrol.sso.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** A provider that tells its configuration and its key, and signs whatever it is asked to. */
final class Issuer {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final KeyPair keys = newKeys();

    private Issuer(HttpServer server) {
        this.server = server;
    }

    static Issuer start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Issuer issuer = new Issuer(server);
            server.createContext("/", issuer::answer);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        server.stop(0);
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean configuration =
                exchange.getRequestURI().getPath().equals("/.well-known/openid-configuration");
        Object told =
                configuration
                        ? Map.of(
                                "issuer",
                                address(),
                                "jwks_uri",
                                address() + "/keys",
                                "subject_types_supported",
                                List.of("public"))
                        : Map.of("keys", List.of(publicKey()));
        byte[] body = JSON.writeValueAsBytes(told);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Map<String, String> publicKey() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "kid",
                "1",
                "n",
                number(key.getModulus()),
                "e",
                number(key.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return text(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    String signed(Map<String, Object> header, Map<String, Object> claims) {
        return signed(header, claims, keys);
    }

    String signedByAnother(Map<String, Object> header, Map<String, Object> claims) {
        return signed(header, claims, newKeys());
    }

    String unsigned(Map<String, Object> claims) {
        return content(Map.of("alg", "none"), claims) + ".";
    }

    /** As a check believes that takes the key for whatever the header says. */
    String signedWithThePublicKeyAsASecret(Map<String, Object> claims) {
        String content = content(Map.of("alg", "HS256", "kid", "1"), claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.getPublic().getEncoded(), "HmacSHA256"));
            return content + "." + text(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(
            Map<String, Object> header, Map<String, Object> claims, KeyPair keys) {
        String content = content(header, claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(UTF_8));
            return content + "." + text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String content(Map<String, ?> header, Map<String, Object> claims) {
        return text(JSON.writeValueAsBytes(header)) + "." + text(JSON.writeValueAsBytes(claims));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
