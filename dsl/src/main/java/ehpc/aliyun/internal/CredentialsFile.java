package ehpc.aliyun.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The SDKs' shared file of credentials: {@code ~/.alibabacloud/credentials.ini}, the same without {@code .ini}, or the one that
 * {@code ALIBABA_CLOUD_CREDENTIALS_FILE} names. Read, never written.
 *
 * @param file its path as shown to users
 * @param exists whether the file exists
 * @param problem the reason if it is missing or unreadable, else empty
 * @param sections by name
 */
record CredentialsFile(String file, boolean exists, String problem, Map<String, Map<String, String>> sections) {

    static final String FILE = "~/.alibabacloud/credentials.ini";

    static CredentialsFile read(AccountSettings settings) {
        Optional<String> named = settings.variable("ALIBABA_CLOUD_CREDENTIALS_FILE");
        Path folder = settings.home().resolve(".alibabacloud");
        Stream<Path> usual = Stream.of(folder.resolve("credentials.ini"), folder.resolve("credentials"));
        Path file = named.map(Path::of)
                .or(() -> usual.filter(Files::exists).findFirst())
                .orElse(folder.resolve("credentials.ini"));
        String title = named.orElse("~/.alibabacloud/" + file.getFileName());
        if (Files.notExists(file)) {
            return new CredentialsFile(title, false, "file not found", Map.of());
        }
        try {
            return new CredentialsFile(title, true, "", parse(Files.readAllLines(file)));
        } catch (IOException e) {
            return new CredentialsFile(title, true, "the file is not readable UTF-8 text", Map.of());
        }
    }

    private static Map<String, Map<String, String>> parse(List<String> lines) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = new LinkedHashMap<>();
        for (String line : lines) {
            String text = line.replaceFirst("(^|\\s)[#;].*", "").strip();
            int equals = text.indexOf('=');
            if (text.startsWith("[") && text.endsWith("]")) {
                section = sections.computeIfAbsent(
                        text.substring(1, text.length() - 1).strip(), name -> new LinkedHashMap<>());
            } else if (equals > 0) {
                section.put(
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip());
            }
        }
        return sections;
    }

    Set<String> names() {
        return sections.keySet();
    }
}
