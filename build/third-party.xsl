<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes the notices of a plugin's third-party libraries out of its bill of materials, so that the two cannot differ. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="http://cyclonedx.org/schema/bom/1.6">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/b:bom">
    <xsl:text># Third-party libraries in lib

Each as its authors published it. Licences that must travel with what they license, and that the library's own jar does
not hold, are in the folder licenses, under the library's group.

| jar | licence | from |
| --- | --- | --- |
</xsl:text>
    <xsl:apply-templates select="b:components/b:component[b:group != 'io.bellwether']"/>
  </xsl:template>

  <xsl:template match="b:component">
    <xsl:if test="not(b:licenses//b:id | b:licenses//b:name | b:licenses/b:expression)">
      <xsl:message terminate="yes">No licence is known of <xsl:value-of select="b:purl"/></xsl:message>
    </xsl:if>
    <xsl:value-of select="concat('| ', b:name, '-', b:version, '.jar | ')"/>
    <xsl:for-each select="b:licenses//b:id | b:licenses//b:name | b:licenses/b:expression">
      <xsl:if test="position() &gt; 1">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
    <xsl:value-of select="concat(' | ', b:group, ' |&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
