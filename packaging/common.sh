# Sourced by the scripts here: the version, what must be there, the sums of what was made.
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml | head -1)

# needs COMMAND[:PACKAGE]…: ends with one line that installs what is missing.
needs() {
    local missing=() one
    for one; do
        command -v "${one%%:*}" >/dev/null || missing+=("${one##*:}")
    done
    [ ${#missing[@]} -eq 0 ] && return
    echo "Missing; on Debian:  apt-get install -y ${missing[*]}" >&2
    exit 2
}

sums() { # of all that dist/ holds of this version
    (cd dist && sha256sum hejiao*[_-]"$version"[_-]* >SHA256SUMS && ls -l && cat SHA256SUMS)
}
