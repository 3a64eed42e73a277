package ehpc.repl.internal.render;

import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** YAML in block form. A separate class, because it loads its library. */
public final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .build())
            .build();

    private Yaml() {}

    /** Returns the value, with a line end. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
