package org.unenrol.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.unenrol.account.token.AccountTokens;
import org.unenrol.test.api.ObservedAnswer;
import org.unenrol.test.api.OpenApiContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A test of the API on the sample organisation, without a broker. Each answer is held against the
 * description of the API.
 */
@SpringBootTest(
        classes = ApiService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=services,portal,ingest-service",
            "management.endpoint.health.validate-group-membership=false",
            "unenrol.upload.max-size=1MB",
            "unenrol.upload.max-rows=60",
            "spring.datasource.hikari.maximum-pool-size=20",
            "unenrol.http.bodies.grace=1s",
            "server.tomcat.connection-timeout=6s",
            "unenrol.sample.load=true",
            "unenrol.sample.admin-password=" + ApiTestCase.PASSWORD,
            "unenrol.sample.content-admin-password=" + ApiTestCase.PASSWORD,
            "unenrol.sample.learner-password=" + ApiTestCase.PASSWORD
        })
public abstract class ApiTestCase {

    protected static final String IMPORTS = "/api/v1/imports";
    protected static final String PASSWORD = "a password of the tests";
    protected static final String ADMINISTRATOR = "global.admin";

    private static final String DATABASE = IngestDatabase.SERVER.urlOfAnother("api");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired protected OtherServices others;
    @Autowired protected JdbcClient jdbc;
    @Autowired protected AccountTokens tokens;
    @LocalServerPort protected int port;
    protected MockMvcTester api;
    protected OpenApiContract contract;
    @Autowired private WebApplicationContext context;

    @DynamicPropertySource
    static void useTheDatabaseOfTheTests(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> DATABASE);
        settings.add("spring.datasource.username", IngestDatabase.SERVER::getUsername);
        settings.add("spring.datasource.password", IngestDatabase.SERVER::getPassword);
    }

    @BeforeEach
    void open() {
        var unreadable = context.getBean("unreadableRequests", FilterRegistrationBean.class);
        api =
                MockMvcTester.from(
                        context,
                        calls ->
                                calls.addFilters(unreadable.getFilter())
                                        .apply(springSecurity())
                                        .defaultResponseCharacterEncoding(StandardCharsets.UTF_8)
                                        .build());
        contract = OpenApiContract.of(body(api.get().uri("/api/openapi").exchange()));
    }

    protected MvcTestResult get(String address) {
        return ask(api.get().uri(URI.create(address)));
    }

    protected MvcTestResult get(String address, String language) {
        return ask(api.get().uri(URI.create(address)).header("Accept-Language", language));
    }

    protected MvcTestResult post(String address) {
        return ask(api.post().uri(URI.create(address)));
    }

    protected MvcTestResult upload(byte[] csv, String query) {
        return ask(uploading(csv, query));
    }

    protected MockMvcRequestBuilder uploading(byte[] csv, String query) {
        return api.post()
                .uri(URI.create(IMPORTS + "?" + query))
                .header("Content-Type", "text/csv")
                .content(csv);
    }

    /** Asks as the Global administrator. */
    protected MvcTestResult ask(MockMvcRequestBuilder request) {
        return askAs(ADMINISTRATOR, request);
    }

    protected MvcTestResult askAs(String username, MockMvcRequestBuilder request) {
        return askAsNobody(request.with(httpBasic(username, PASSWORD)));
    }

    protected MvcTestResult askAsNobody(MockMvcRequestBuilder request) {
        MvcTestResult answer = request.exchange();
        MockHttpServletResponse response = answer.getResponse();
        contract.check(
                new ObservedAnswer(
                        Objects.requireNonNull(answer.getRequest().getMethod()),
                        URI.create(answer.getRequest().getRequestURI()).getPath(),
                        response.getStatus(),
                        name -> Objects.requireNonNullElse(response.getHeader(name), ""),
                        new String(body(answer), StandardCharsets.UTF_8)));
        return answer;
    }

    protected UUID verifying(byte[] csv) {
        return idOf(upload(csv, "verifyOnly=true"));
    }

    protected UUID applying(byte[] csv) {
        return idOf(upload(csv, "verifyOnly=false"));
    }

    protected static UUID idOf(MvcTestResult accepted) {
        assertThat(accepted).hasStatus(202);
        return UUID.fromString(json(accepted).path("id").asString());
    }

    protected static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(body(answer));
    }

    protected static JsonNode readTree(String json) {
        return JSON.readTree(json);
    }

    protected static byte[] body(MvcTestResult answer) {
        return answer.getResponse().getContentAsByteArray();
    }

    protected static void assertProblem(MvcTestResult answer, int status, String slug) {
        assertThat(answer).hasStatus(status);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:unenrol:problem:" + slug);
    }
}
