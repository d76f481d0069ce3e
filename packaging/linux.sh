#!/usr/bin/env bash
# Makes of the frozen program: dist/hejiao_VERSION_amd64.deb and dist/hejiao-VERSION-x86_64.run.
# COMPRESS=fast takes seconds instead of minutes, for trying.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/common.sh
needs dpkg-deb:dpkg makeself
work=build/packaging
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
mkdir -p dist

icons() { # of the program and of its files, into the hicolor theme below $1
    for size in 16 24 32 48 64 128 256; do
        install -Dm644 $work/icons/hejiao-$size.png "$1/hicolor/${size}x$size/apps/hejiao.png"
        install -Dm644 $work/icons/hejiao-$size.png "$1/hicolor/${size}x$size/mimetypes/application-x-hejiao.png"
    done
    install -Dm644 $work/icons/hejiao.svg "$1/hicolor/scalable/apps/hejiao.svg"
    install -Dm644 $work/icons/hejiao.svg "$1/hicolor/scalable/mimetypes/application-x-hejiao.svg"
}

deb() {
    local root=$work/deb
    rm -rf $root
    mkdir -p $root/opt $root/usr/bin $root/DEBIAN $root/usr/share/doc/hejiao
    cp -a $work/dist/hejiao $root/opt/hejiao
    ln -s /opt/hejiao/hejiao $root/usr/bin/hejiao
    icons $root/usr/share/icons
    sed 's|@EXEC@|/usr/bin/hejiao|' packaging/linux/hejiao.desktop |
        install -Dm644 /dev/stdin $root/usr/share/applications/hejiao.desktop
    install -Dm644 packaging/linux/hejiao.xml $root/usr/share/mime/packages/hejiao.xml
    install -Dm644 LICENSE $root/usr/share/doc/hejiao/copyright
    sed "s/@VERSION@/$version/; s/@SIZE@/$(du -sk $root | cut -f1)/" packaging/linux/control >$root/DEBIAN/control
    find $root -type d -exec chmod 755 {} +
    local how=(-Zxz -z6)
    [ "${COMPRESS:-}" != fast ] || how=(-Zzstd -z1)
    dpkg-deb --root-owner-group "${how[@]}" --build $root "dist/hejiao_${version}_amd64.deb" >/dev/null
}

run() {
    local root=$work/run
    rm -rf $root
    mkdir -p $root
    cp -a $work/dist/hejiao packaging/linux/{install.sh,uninstall.sh,hejiao.desktop,hejiao.xml} $root/
    icons $root/icons
    chmod 755 $root/*.sh
    rm -f "dist/hejiao-$version-x86_64.run"
    local level=9
    [ "${COMPRESS:-}" != fast ] || level=1
    # gzip is on every machine; xz, which packs better, is not.
    makeself --quiet --nox11 --sha256 --tar-quietly --tar-extra "--owner=0 --group=0 --sort=name" --gzip --complevel $level \
        $root "dist/hejiao-$version-x86_64.run" "Hejiao $version" ./install.sh >/dev/null
}

deb
run
sums
