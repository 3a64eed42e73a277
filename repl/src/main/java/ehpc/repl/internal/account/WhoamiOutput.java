package ehpc.repl.internal.account;

import ehpc.aliyun.Identity;
import ehpc.repl.internal.render.PrettyJson;
import ehpc.repl.internal.render.Table;
import ehpc.repl.internal.render.Yaml;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.result.RecordStream;
import ehpc.repl.internal.result.ResultRecords;
import ehpc.repl.internal.terminal.Console;
import ehpc.text.VisibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints a {@link Whoami} in the form of {@code --output}. */
public final class WhoamiOutput {

    private final Console console;
    private final Whoami whoami;
    private final Identity identity;

    public WhoamiOutput(Console console, Whoami whoami) {
        this.console = console;
        this.whoami = whoami;
        this.identity = whoami.identity();
    }

    /** Prints it; the forms with rows have one per source of credentials. */
    public void print(Format format) {
        switch (format) {
            case TEXT -> text();
            case TABLE -> console.print(places());
            case JSON -> console.out().println(PrettyJson.text(document()));
            case YAML -> console.out().print(Yaml.text(document()));
            case NDJSON, CSV -> {
                try (var records = new RecordStream(ResultRecords.form(format, Whoami.FIELDS), console.out())) {
                    records.write(whoami.values().stream());
                }
            }
        }
    }

    private void text() {
        line("key id", keyId());
        line("region", whoami.region().orElse("not set; set it with --region, ALIBABA_CLOUD_REGION_ID or a profile"));
        line("endpoint", whoami.endpoint().or(whoami::endpointProblem).orElse("unknown without a region"));
        line("service", service());
        console.out().println();
        console.print(places());
    }

    private void line(String name, String value) {
        console.out().println((name + "          ").substring(0, 10) + VisibleText.withTabs(value));
    }

    private String keyId() {
        Optional<String> from = identity.provider()
                .map(provider -> "from " + provider
                        + identity.profile()
                                .map(name -> ", profile '" + name + "'")
                                .orElse(""));
        return identity.accessKeyId()
                .map(id -> id + ", " + from.orElseThrow())
                .orElseGet(() -> from.map("none "::concat).orElse("none"));
    }

    private String service() {
        if (whoami.local()) {
            return "the local service, E-HPC on this machine";
        }
        return whoami.given() ? "the service at the given endpoint" : "E-HPC of Alibaba Cloud";
    }

    private Table places() {
        return Table.of(
                List.of("Credentials", "Outcome", "Reason"),
                whoami.values().stream().map(row -> row.subList(0, 3)).toList());
    }

    private Map<String, Object> document() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("usable", whoami.usable());
        fields.put("accessKeyId", identity.accessKeyId().orElse(null));
        fields.put("provider", identity.provider().orElse(null));
        fields.put("profile", identity.profile().orElse(null));
        fields.put("region", whoami.region().orElse(null));
        fields.put("endpoint", whoami.endpoint().orElse(null));
        fields.put("local", whoami.local());
        fields.put("problem", identity.problem().or(whoami::endpointProblem).orElse(null));
        fields.put(
                "credentials",
                identity.candidates().stream().map(WhoamiOutput::place).toList());
        return fields;
    }

    private static Map<String, Object> place(Identity.Candidate candidate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("provider", candidate.name());
        fields.put("outcome", Whoami.word(candidate));
        fields.put("reason", candidate.reason());
        return fields;
    }
}
