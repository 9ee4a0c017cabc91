# One image per service: docker build --build-arg SERVICE=unenrol-worker .
FROM eclipse-temurin:17-jdk AS build
WORKDIR /source
COPY . .
RUN ./mvnw -B -q -DskipTests -Dspotless.check.skip=true -Dcyclonedx.skip=true \
      -pl ingest-service,unenrol-worker,notifier-service,sample-organisation -am package
RUN for service in ingest-service unenrol-worker notifier-service; do \
      java -Djarmode=tools -jar $service/target/$service-*-app.jar \
        extract --layers --launcher --destination /extracted/$service || exit 1; \
    done \
    && mkdir /sample && cp sample-organisation/target/sample-organisation-*.jar /sample/

FROM eclipse-temurin:17-jre
ARG SERVICE
RUN useradd --system --uid 10001 --no-create-home unenrol
WORKDIR /application
COPY --from=build /extracted/${SERVICE}/dependencies/ ./
COPY --from=build /extracted/${SERVICE}/spring-boot-loader/ ./
COPY --from=build /extracted/${SERVICE}/snapshot-dependencies/ ./
COPY --from=build /extracted/${SERVICE}/application/ ./
# Not on the class path, unless LOADER_PATH names the folder; adapters of other platforms are added in the same way.
COPY --from=build /sample/ /sample/
USER unenrol
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "org.springframework.boot.loader.launch.PropertiesLauncher"]
