<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Words of Qt's own dialogs that its French catalogue leaves in English. Compiled by: pyside6-lrelease qt_complement_fr.ts -->
<TS version="2.1" language="fr_FR">
<context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>&amp;Dossier :</translation></message>
    <message><source>Files of &amp;type:</source><translation>&amp;Type de fichiers :</translation></message>
    <message><source>Look in:</source><translation>Dossier :</translation></message>
    <message><source>Files of type:</source><translation>Type de fichiers :</translation></message>
    <message><source>Computer</source><translation>Ordinateur</translation></message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message><source>Type</source><translation>Type</translation></message>
    <message><source>%1 KB</source><translation>%1 ko</translation></message>
    <message><source>%1 bytes</source><translation>%1 octets</translation></message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message><source>OK</source><translation>OK</translation></message>
</context>
</TS>
